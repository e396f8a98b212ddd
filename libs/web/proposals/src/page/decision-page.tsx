import { proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { useRead, useTableFacts } from '@tavolo/web-data';
import { Breadcrumbs, Loading, ModeBadge, useMessages, usePageTitle, useWords } from '@tavolo/web-ui';
import { Link, useParams } from 'react-router';
import { pageMessages } from '../messages/page-messages.js';
import { BallotPanel } from '../planning/ballot-panel.js';
import { VersionText } from '../reading/version-text.js';
import { Named } from './proposal-page.js';
import { ProposalProvider } from './proposal-context.js';
import { PageError } from './page-error.js';
import styles from './proposal-page.module.css';
import { Section } from './section.js';

/** One decision with its explanation and the very text that was decided. */
export function DecisionPage() {
  const { proposal = '' } = useParams();
  const { data, error, refetch } = useRead(proposalsRoutes.proposal, { params: { proposal } });
  if (data) return <Decision view={data} />;
  if (error) return <PageError error={error} retry={() => void refetch()} />;
  return <Loading />;
}

function Decision({ view }: { readonly view: ProposalView }) {
  const { ballot: key = '' } = useParams();
  const say = useMessages(pageMessages);
  const words = useWords();
  useTableFacts(view.table.key);
  const heading = say('decision.of', { ballot: key, proposal: view.key });
  usePageTitle(heading);
  const ballot = view.procedure.mode === 'planning' ? view.procedure.ballots.find((one) => one.key === key) : undefined;
  const version = view.versions.find(({ n }) => n === ballot?.version);
  return (
    <ProposalProvider view={view}>
      <Named>
        <Breadcrumbs
          trail={[
            { to: `/tables/${view.table.key}`, label: words(view.table.name) },
            { to: `/proposals/${view.key}`, label: `${view.key} ${words(view.title)}` },
            { label: key },
          ]}
        />
        <div className={styles.head}>
          <h1 tabIndex={-1}>{heading}</h1>
          <ModeBadge mode={view.mode} withSentence />
        </div>
        {!ballot && <p>{say('decision.notFound')}</p>}
        <div className={styles.columns}>
          <div>{ballot && <BallotPanel ballot={ballot} />}</div>
          <div>
            {version && (
              <Section title={say('versions.open', { n: version.n })}>
                <VersionText version={version} original={view.document.language} />
              </Section>
            )}
          </div>
        </div>
        <p className={styles.links}>
          <Link to={`/proposals/${view.key}`}>{say('versions.back')}</Link>
        </p>
      </Named>
    </ProposalProvider>
  );
}
