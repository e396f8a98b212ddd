import { rulebookChangesRoutes, type RulebookChangeView, type TableView } from '@tavolo/contracts';
import { resultOfVote, withSeatRights } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import {
  directoryOf,
  ErrorState,
  ExplanationTree,
  Loading,
  NamingProvider,
  Notice,
  Page,
  Section,
  useFormats,
  useLanguage,
  useMessages,
  useNow,
  usePageTitle,
  useWords,
} from '@tavolo/web-ui';
import { useParams } from 'react-router';
import { changeMessages } from '../../messages/change-messages.js';
import { ReadTable } from '../../table/read-table.js';
import { useAnnouncedFacts } from '../../table/use-announced-facts.js';
import { RulebookSentences } from '../rulebook-sentences.js';
import { ChangeActs } from './change-acts.js';
import styles from './change.module.css';
import { RulebookDifference } from './rulebook-difference.js';
import { Tried } from './tried.js';

/** One change of a table's rules, from its draft to its end. */
export function RulebookChangePage() {
  const say = useMessages(changeMessages);
  const { change = '' } = useParams();
  return <ReadTable loading={say('loading')}>{(view) => <Reading view={view} change={change} />}</ReadTable>;
}

function Reading({ view, change }: { readonly view: TableView; readonly change: string }) {
  useAnnouncedFacts(view.key);
  const { data, error, refetch } = useRead(rulebookChangesRoutes.change, { params: { table: view.key, change } });
  if (data) return <ChangeOfRules view={view} shown={data} onDone={() => void refetch()} />;
  return error ? <ErrorState error={error} retry={() => void refetch()} /> : <Loading />;
}

interface ChangeProps {
  readonly view: TableView;
  readonly shown: RulebookChangeView;
  readonly onDone: () => void;
}

/** What it says beside the rules in force, why, who did what and when, how the seats voted, and what the reader may do. */
export function ChangeOfRules({ view, shown, onDone }: ChangeProps) {
  const { change, formerMembers } = shown;
  const say = useMessages(changeMessages);
  const words = useWords();
  const { language } = useLanguage();
  const name = words(view.name);
  usePageTitle(say('title.of', { change: change.key, table: name }));
  const directory = directoryOf({ seats: view.seatsView, roles: view.rolesView, formerMembers }, language);
  const open = change.stage === 'draft' || change.stage === 'proposed';
  return (
    <NamingProvider naming={{ zone: view.rulebook.zone, directory }}>
      <Page
        title={say('title', { change: change.key })}
        above={name}
        trail={[
          { to: `/tables/${view.key}`, label: name },
          { to: `/tables/${view.key}/rulebook`, label: view.rulebook.key },
        ]}
      >
        <StandsAt view={view} shown={shown} />
        <ChangeActs view={view} shown={shown} onDone={onDone} />
        <Section title={say('steps')}>
          <Steps view={view} shown={shown} />
        </Section>
        {open && (
          <Section title={say('form.difference')}>
            <RulebookDifference
              left={{ label: view.rulebook.key, rulebook: withSeatRights(view.rulebook, view.seatsView) }}
              right={{ label: change.key, rulebook: withSeatRights(change.rulebook, view.seatsView) }}
              only
            />
          </Section>
        )}
        <Votes view={view} shown={shown} />
        <Section title={say('form.sentences')}>
          <RulebookSentences rulebook={change.rulebook} />
        </Section>
        {open && <Tried view={view} rulebook={change.rulebook} />}
      </Page>
    </NamingProvider>
  );
}

type ShownProps = Omit<ChangeProps, 'onDone'>;

/** The stage in one sentence. */
function StandsAt({ view, shown: { change, now } }: ShownProps) {
  const say = useMessages(changeMessages);
  const write = useFormats(view.rulebook.zone);
  const current = Math.max(useNow(), Date.parse(now));
  const { stage, proposal, rulebook } = change;
  const sentence = (): string => {
    if (stage !== 'proposed' || !proposal) {
      const date = write.date(rulebook.adoptedOn);
      return say(`now.${stage === 'proposed' ? 'draft' : stage}`, { key: rulebook.key, date });
    }
    if (current < Date.parse(proposal.closesAt)) return say('now.voting', { until: write.dateTime(proposal.closesAt) });
    return say(resultOfVote(change, proposal).verdict === 'adopted' ? 'now.won' : 'now.lost');
  };
  return (
    <Notice tone="info" title={say(`stage.${stage}`)}>
      <p>{sentence()}</p>
    </Notice>
  );
}

function Steps({ view, shown: { change, formerMembers } }: ShownProps) {
  const say = useMessages(changeMessages);
  const { language } = useLanguage();
  const write = useFormats(view.rulebook.zone);
  const { member } = directoryOf({ seats: view.seatsView, roles: view.rolesView, formerMembers }, language);
  const { proposal, ended, stage } = change;
  const ends = { adopted: 'step.confirmed', refused: 'step.refused', withdrawn: 'step.withdrawn' } as const;
  const end = stage === 'draft' || stage === 'proposed' ? null : ends[stage];
  return (
    <ol className={styles.steps}>
      <li>{say('step.drafted', { who: member(change.draftedBy), base: change.base.key })}</li>
      {proposal && (
        <>
          <li>
            {say('step.proposed', { date: write.dateTime(proposal.at), who: member(proposal.by) })}
            <p className={styles.reason}>{say('reason', { reason: proposal.reason })}</p>
          </li>
          <li>{say('step.closes', { date: write.dateTime(proposal.closesAt) })}</li>
        </>
      )}
      {ended && end && (
        <li>
          {say(end, { date: write.dateTime(ended.at), who: member(ended.by) })}
          {ended.reason !== null && <p className={styles.reason}>{say('reason', { reason: ended.reason })}</p>}
        </li>
      )}
    </ol>
  );
}

/** The votes by name, and how they are counted. */
function Votes({ view, shown: { change, formerMembers } }: ShownProps) {
  const say = useMessages(changeMessages);
  const { language } = useLanguage();
  const { proposal } = change;
  if (!proposal) return null;
  const { seatHolder } = directoryOf({ seats: view.seatsView, roles: view.rolesView, formerMembers }, language);
  const votes = Object.entries(proposal.votes);
  return (
    <Section title={say('votes')}>
      <p>{say('votes.rule')}</p>
      {votes.length === 0 && <p>{say('votes.none')}</p>}
      <ul>
        {votes.map(([seat, { choice }]) => (
          <li key={seat}>{say('votes.row', { who: seatHolder(seat), choice: say(`choice.${choice}`) })}</li>
        ))}
      </ul>
      <ExplanationTree explanation={resultOfVote(change, proposal).explanation} />
    </Section>
  );
}
