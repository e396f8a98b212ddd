import { proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { useRead, useTableFacts } from '@tavolo/web-data';
import { Breadcrumbs, Loading, NamingProvider, useMessages, usePageTitle, useWords } from '@tavolo/web-ui';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { Amendments } from '../amendments/amendments.js';
import { ConsultationPanel } from '../consultation/consultation-panel.js';
import { pageMessages } from '../messages/page-messages.js';
import { PlanningPanel } from '../planning/planning-panel.js';
import { LiveTextProvider } from '../writing/live-text.js';
import { TextPanel } from '../writing/text-panel.js';
import { ExpectedOfMe } from './expected-of-me.js';
import { History } from './history.js';
import { ProposalProvider, useStanding } from './proposal-context.js';
import { ProposalHead } from './proposal-head.js';
import { PageError } from './page-error.js';
import styles from './proposal-page.module.css';
import { Versions } from './versions.js';

/** A proposal: what is expected of me first, then the text and the procedure side by side; on a phone one after the other. */
export function ProposalPage() {
  const { proposal = '' } = useParams();
  const say = useMessages(pageMessages);
  const { data, error, refetch } = useRead(proposalsRoutes.proposal, { params: { proposal } });
  if (data) return <Proposal view={data} />;
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  return <Loading label={say('loading')} />;
}

function Proposal({ view }: { readonly view: ProposalView }) {
  const words = useWords();
  useTableFacts(view.table.key);
  usePageTitle(`${view.key} ${words(view.title)}`);
  return (
    <ProposalProvider view={view}>
      <Named>
        <LiveTextProvider>
          <Breadcrumbs
            trail={[{ to: `/tables/${view.table.key}`, label: words(view.table.name) }, { label: view.key }]}
          />
          <ProposalHead />
          <ExpectedOfMe />
          <div className={styles.columns}>
            <div>
              <TextPanel />
              <Amendments />
              {view.document.right !== 'none' && <History />}
            </div>
            <div>
              <Procedure />
              <Versions />
            </div>
          </div>
          <Links />
        </LiveTextProvider>
      </Named>
    </ProposalProvider>
  );
}

/** Gives explanations and refusals the names of this table's people and the numbers of this text's clauses. */
export function Named({ children }: { readonly children: React.ReactNode }) {
  const { directory, view } = useStanding();
  const clauses = view.versions.at(-1)?.clauses;
  const zone = view.procedure.rulebook.zone;
  const naming = useMemo(
    () => ({ directory, zone, clause: (id: string) => clauses?.find((clause) => clause.id === id)?.number }),
    [directory, zone, clauses],
  );
  return <NamingProvider naming={naming}>{children}</NamingProvider>;
}

function Procedure() {
  const { procedure } = useStanding().view;
  return procedure.mode === 'planning' ? (
    <PlanningPanel procedure={procedure} />
  ) : (
    <ConsultationPanel procedure={procedure} />
  );
}

function Links() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  return (
    <p className={styles.links}>
      <Link to={`/tables/${view.table.key}/log?subject=${view.key}`}>{say('auditLog')}</Link>
    </p>
  );
}
