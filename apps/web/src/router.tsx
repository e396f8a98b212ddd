import { Loading } from '@tavolo/web-ui';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage } from './broken-page.js';
import { Frame } from './frame.js';
import { NotFoundPage } from './not-found-page.js';

type Lazy = NonNullable<RouteObject['lazy']>;

/** Code of a page is loaded when it is first opened; the editor comes with the proposals only. */
const page =
  <Library,>(load: () => Promise<Library>, pick: (library: Library) => React.ComponentType): Lazy =>
  async () => ({ Component: pick(await load()) });

const identity = () => import('@tavolo/web-identity');
const tables = () => import('@tavolo/web-tables');
const log = () => import('@tavolo/web-audit-log');
const proposals = () => import('@tavolo/web-proposals');

const pages: readonly RouteObject[] = [
  { index: true, lazy: page(tables, ({ HomePage }) => HomePage) },
  { path: 'sign-in', lazy: page(identity, ({ SignInPage }) => SignInPage) },
  { path: 'set-up', lazy: page(identity, ({ SetUpPage }) => SetUpPage) },
  { path: 'invitation/:token', lazy: page(identity, ({ InvitationPage }) => InvitationPage) },
  { path: 'reset', lazy: page(identity, ({ ForgotPasswordPage }) => ForgotPasswordPage) },
  { path: 'reset/:token', lazy: page(identity, ({ NewPasswordPage }) => NewPasswordPage) },
  { path: 'account', lazy: page(identity, ({ AccountPage }) => AccountPage) },
  { path: 'outbox', lazy: page(identity, ({ OutboxPage }) => OutboxPage) },
  { path: 'people', lazy: page(identity, ({ InvitationsPage }) => InvitationsPage) },
  { path: 'log', lazy: page(log, ({ SystemLogPage }) => SystemLogPage) },
  { path: 'tables/:table', lazy: page(tables, ({ TablePage }) => TablePage) },
  { path: 'tables/:table/rulebook', lazy: page(tables, ({ RulebookPage }) => RulebookPage) },
  { path: 'tables/:table/people', lazy: page(tables, ({ PeoplePage }) => PeoplePage) },
  { path: 'tables/:table/log', lazy: page(log, ({ TableLogPage }) => TableLogPage) },
  { path: 'tables/:table/new', lazy: page(proposals, ({ NewProposalPage }) => NewProposalPage) },
  { path: 'proposals/:proposal', lazy: page(proposals, ({ ProposalPage }) => ProposalPage) },
  { path: 'proposals/:proposal/versions/:n', lazy: page(proposals, ({ VersionPage }) => VersionPage) },
  { path: 'proposals/:proposal/decisions/:ballot', lazy: page(proposals, ({ DecisionPage }) => DecisionPage) },
  { path: '*', Component: NotFoundPage },
];

/** All addresses of the client. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    ErrorBoundary: BrokenPage,
    HydrateFallback: Loading,
    children: [{ ErrorBoundary: BrokenPage, children: [...pages] }],
  },
]);
