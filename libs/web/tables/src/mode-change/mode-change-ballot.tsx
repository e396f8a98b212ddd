import { Button } from '@mantine/core';
import { type ModeChangeView } from '@tavolo/contracts';
import { choices, modeBallotResult, type Ballot } from '@tavolo/governance';
import {
  ExplanationTree,
  ProblemMessage,
  tableMessages,
  useFormats,
  useMessages,
  VoteBar,
  votesMessages,
  VotesTable,
  type Directory,
} from '@tavolo/web-ui';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';
import { useModeChangeAct, usePossibleActs } from './use-mode-change-act.js';

interface ModeChangeBallotProps {
  readonly view: ModeChangeView;
  readonly ballot: Ballot;
  readonly directory: Directory;
  readonly onDone: () => void;
}

/** A ballot on the mode: my vote, counts by sector, votes by name, and the result with its explanation. */
export function ModeChangeBallot({ view, ballot, directory, onDone }: ModeChangeBallotProps) {
  const say = useMessages(modeChangeMessages);
  const { result } = ballot;
  const counted = result ?? modeBallotResult(ballot);
  return (
    <div className={styles.part}>
      <h3>
        {say('ballot', { key: ballot.key })}
        {ballot.call === 2 && `, ${say('ballot.secondCall')}`}
      </h3>
      {result && <Result ballot={ballot} result={result} />}
      {ballot.state === 'open' && <MyVote view={view} ballot={ballot} onDone={onDone} />}
      <p>{say('ballot.cast', { count: Object.keys(ballot.votes).length, of: ballot.electorate.length })}</p>
      <VoteBar total={counted.total} bySector={counted.bySector} />
      <VotesByName ballot={ballot} directory={directory} />
    </div>
  );
}

function Result({ ballot, result }: { readonly ballot: Ballot; readonly result: NonNullable<Ballot['result']> }) {
  const say = useMessages(modeChangeMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats();
  const against = ballot.decision.concurrence.filter((sector) => result.sectorConcurrence[sector] === false);
  const byOneSector = result.verdict === 'rejected' && result.majority && against.length > 0;
  return (
    <>
      <p className={styles.verdict}>{say(`ballot.${result.verdict}`)}</p>
      {byOneSector && (
        <p>
          <strong>
            {say('ballot.against', { sectors: write.list(against.map((sector) => sayTable(`sector.${sector}`))) })}
          </strong>
        </p>
      )}
      <ExplanationTree explanation={result.explanation} opened />
    </>
  );
}

function MyVote({ view, ballot, onDone }: Omit<ModeChangeBallotProps, 'directory'>) {
  const say = useMessages(modeChangeMessages);
  const sayTable = useMessages(tableMessages);
  const allowed = usePossibleActs(view);
  const { perform, error } = useModeChangeAct(view, onDone);
  const { seat } = view.me;
  if (seat === null || !allowed.has('vote.cast')) return null;
  const mine = ballot.votes[seat]?.choice;
  return (
    <div className={styles.part} role="group" aria-label={say('ballot.mine')} data-print="no">
      <p className={styles.soft}>{say('ballot.lead')}</p>
      <p role="status">
        {mine ? say('ballot.mine.cast', { choice: sayTable(`choice.${mine}`) }) : say('ballot.mine.none')}
      </p>
      <div className={styles.actions}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="lg"
            variant={mine === choice ? 'filled' : 'outline'}
            aria-pressed={mine === choice}
            aria-label={say('ballot.vote', { choice: sayTable(`choice.${choice}`) })}
            onClick={() => void perform('vote.cast', { ballot: ballot.key, choice })}
          >
            {sayTable(`choice.${choice}`)}
          </Button>
        ))}
      </div>
      {error !== null && <ProblemMessage error={error} />}
    </div>
  );
}

function VotesByName({ ballot, directory }: Pick<ModeChangeBallotProps, 'ballot' | 'directory'>) {
  const say = useMessages(votesMessages);
  return (
    <details className={styles.fold}>
      <summary>{say('names')}</summary>
      <VotesTable ballot={ballot} directory={directory} />
    </details>
  );
}
