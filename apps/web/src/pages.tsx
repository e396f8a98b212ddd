import { lazy, type ComponentType } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { PageBoundary } from './broken-page.js';
import styles from './error-page.module.css';
import { Frame } from './frame.js';
import { NotFoundPage } from './not-found-page.js';
import { patiently } from './patiently.js';

/** Code of a page is loaded when it is first opened; the editor comes with the proposals only. */
const page = <Library,>(load: () => Promise<Library>, pick: (library: Library) => ComponentType): ComponentType =>
  lazy(async () => ({ default: pick(await patiently(load)) }));

const identity = () => import('@tavolo/web-identity');
/** The first page is small: it comes without the pages of a table. */
const home = () => import('@tavolo/web-tables/home');
const tables = () => import('@tavolo/web-tables');
/** So are opening a table and the presets: few people open tables. */
const opening = () => import('@tavolo/web-tables/opening');
const log = () => import('@tavolo/web-audit-log');
const proposals = () => import('@tavolo/web-proposals');

/** Every address of the client and its page. */
const pages: Readonly<Record<string, ComponentType>> = {
  '/': page(home, ({ HomePage }) => HomePage),
  '/sign-in': page(identity, ({ SignInPage }) => SignInPage),
  '/set-up': page(identity, ({ SetUpPage }) => SetUpPage),
  '/invitation/:token': page(identity, ({ InvitationPage }) => InvitationPage),
  '/reset': page(identity, ({ ForgotPasswordPage }) => ForgotPasswordPage),
  '/reset/:token': page(identity, ({ NewPasswordPage }) => NewPasswordPage),
  '/account': page(identity, ({ AccountPage }) => AccountPage),
  '/outbox': page(identity, ({ OutboxPage }) => OutboxPage),
  '/people': page(identity, ({ InvitationsPage }) => InvitationsPage),
  '/log': page(log, ({ SystemLogPage }) => SystemLogPage),
  '/open-table': page(opening, ({ OpenTablePage }) => OpenTablePage),
  '/presets': page(opening, ({ PresetsPage }) => PresetsPage),
  '/tables/:table': page(tables, ({ TablePage }) => TablePage),
  '/tables/:table/rulebook': page(tables, ({ RulebookPage }) => RulebookPage),
  '/tables/:table/rulebook/versions': page(tables, ({ VersionsPage }) => VersionsPage),
  '/tables/:table/rulebook/changes/new': page(tables, ({ DraftRulebookPage }) => DraftRulebookPage),
  '/tables/:table/rulebook/changes/:change': page(tables, ({ RulebookChangePage }) => RulebookChangePage),
  '/tables/:table/rulebook/changes/:change/edit': page(tables, ({ DraftRulebookPage }) => DraftRulebookPage),
  '/tables/:table/mode': page(tables, ({ ModeChangePage }) => ModeChangePage),
  '/tables/:table/people': page(tables, ({ PeoplePage }) => PeoplePage),
  '/tables/:table/log': page(log, ({ TableLogPage }) => TableLogPage),
  '/tables/:table/new': page(proposals, ({ NewProposalPage }) => NewProposalPage),
  '/proposals/:proposal': page(proposals, ({ ProposalPage }) => ProposalPage),
  '/proposals/:proposal/versions/:n': page(proposals, ({ VersionPage }) => VersionPage),
  '/proposals/:proposal/decisions/:ballot': page(proposals, ({ DecisionPage }) => DecisionPage),
  '*': NotFoundPage,
};

/** The pages by their addresses, inside the frame. */
export function Pages() {
  return (
    <BrowserRouter>
      <Routes>
        <Route element={<WholeFrame />}>
          {Object.entries(pages).map(([path, Page]) => (
            <Route key={path} path={path} element={<Page />} />
          ))}
        </Route>
      </Routes>
    </BrowserRouter>
  );
}

/** What fails outside of the pages still leaves words on the screen. */
function WholeFrame() {
  return (
    <PageBoundary around={(page) => <main className={styles.alone}>{page}</main>}>
      <Frame />
    </PageBoundary>
  );
}
