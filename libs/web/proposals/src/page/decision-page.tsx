import { proposalsRoutes, type ProposalView } from '@tavolo/contracts';
import { decidingInstitution } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import {
  Breadcrumbs,
  Loading,
  useFormats,
  useMessages,
  usePageTitle,
  useWords,
  WordsText,
  WhoDecides,
} from '@tavolo/web-ui';
import { Link, useParams } from 'react-router';
import { useAnnouncedFacts } from '../acts/use-announced-facts.js';
import { pageMessages } from '../messages/page-messages.js';
import { BallotPanel } from '../ballots/ballot-panel.js';
import { VersionText } from '../reading/version-text.js';
import { Named } from './named.js';
import { ProposalProvider } from './proposal-context.js';
import { PageError } from './page-error.js';
import { PrintedHead } from './printed-head.js';
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
  const write = useFormats(view.procedure.rulebook.zone);
  useAnnouncedFacts(view);
  const heading = say('decision.of', { ballot: key, proposal: view.key });
  usePageTitle(heading);
  const ballots = 'ballots' in view.procedure ? view.procedure.ballots : [];
  const ballot = ballots.find((one) => one.key === key);
  const version = view.versions.find(({ n }) => n === ballot?.version);
  return (
    <ProposalProvider view={view}>
      <Named>
        <div className={styles.page}>
          <Breadcrumbs
            trail={[
              { to: `/tables/${view.table.key}`, label: words(view.table.name) },
              { to: `/proposals/${view.key}`, label: `${view.key} ${words(view.title)}` },
              { label: key },
            ]}
          />
          <PrintedHead view={view} version={version} decidedAt={ballot?.closedAt} />
          <header className={styles.head}>
            <h1 tabIndex={-1}>{heading}</h1>
            <p className={styles.key}>
              <WordsText words={view.title} marked />
            </p>
            <p className={styles.sponsors}>
              <WordsText words={view.table.name} />
              {ballot?.closedAt && <span>{say('decision.closedOn', { date: write.date(ballot.closedAt) })}</span>}
            </p>
          </header>
          <WhoDecides mode={view.mode} rules={view.procedure} institution={decidingInstitution(view.seats)} />
          {!ballot && <p>{say('decision.notFound')}</p>}
          <div className={styles.columns}>
            <div>{ballot && <BallotPanel ballot={ballot} />}</div>
            <div>
              {version && (
                <Section title={say('versions.decided', { n: version.n })}>
                  <VersionText version={version} original={view.document.language} />
                </Section>
              )}
            </div>
          </div>
          <p data-print="no">
            <Link to={`/proposals/${view.key}`}>{say('versions.back')}</Link>
          </p>
        </div>
      </Named>
    </ProposalProvider>
  );
}
