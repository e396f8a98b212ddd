import { proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { decidingInstitution } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import { Breadcrumbs, Loading, useMessages, usePageTitle, useWords, WhoDecides } from '@tavolo/web-ui';
import { Link, useParams } from 'react-router';
import { useAnnouncedFacts } from '../acts/use-announced-facts.js';
import { Amendments } from '../amendments/amendments.js';
import { pageMessages } from '../messages/page-messages.js';
import { LiveTextProvider } from '../writing/live-text.js';
import { Dissents } from './dissents.js';
import { ExpectedOfMe } from './expected-of-me.js';
import { History } from './history.js';
import { PanelOf, RecordOf } from './mode-parts.js';
import { Named } from './named.js';
import { ProposalProvider } from './proposal-context.js';
import { PrintedHead } from './printed-head.js';
import { ProposalHead } from './proposal-head.js';
import { ProposalText } from './proposal-text.js';
import { PageError } from './page-error.js';
import styles from './proposal-page.module.css';
import { useKeptFocus } from './use-kept-focus.js';
import { Versions } from './versions.js';

/** A proposal: what is expected of me first, then the text and what runs now side by side, then what was recorded; on a phone one after the other. */
export function ProposalPage() {
  const { proposal = '' } = useParams();
  const say = useMessages(pageMessages);
  const { data, error, refetch } = useRead(proposalsRoutes.proposal, { params: { proposal } });
  if (data) return <Proposal view={data} />;
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  return <Loading label={say('loading')} />;
}

function Proposal({ view }: { readonly view: ProposalView }) {
  const say = useMessages(pageMessages);
  const words = useWords();
  useAnnouncedFacts(view);
  usePageTitle(`${view.key} ${words(view.title)}`);
  const page = useKeptFocus<HTMLDivElement>();
  const { procedure } = view;
  return (
    <ProposalProvider view={view}>
      <Named>
        <LiveTextProvider>
          <div ref={page} className={styles.page}>
            <Breadcrumbs
              trail={[{ to: `/tables/${view.table.key}`, label: words(view.table.name) }, { label: view.key }]}
            />
            <PrintedHead view={view} version={view.versions.at(-1)} />
            <ProposalHead />
            <div className={styles.now}>
              <ExpectedOfMe />
              <WhoDecides mode={view.mode} rules={procedure} institution={decidingInstitution(view.seats)} />
            </div>
            <div className={styles.columns}>
              <div>
                <ProposalText />
                <Amendments />
              </div>
              <div>
                <PanelOf procedure={procedure} />
              </div>
            </div>
            <RecordOf procedure={procedure} />
            <Dissents />
            <Versions />
            {view.document.right !== 'none' && <History />}
            <p>
              <Link to={`/tables/${view.table.key}/log?subject=${view.key}`}>{say('auditLog')}</Link>
            </p>
          </div>
        </LiveTextProvider>
      </Named>
    </ProposalProvider>
  );
}
