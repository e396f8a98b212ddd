import { choices, tallyBallot, type Ballot, type Choice } from '@tavolo/governance';
import {
  Deadline,
  Notice,
  ProblemMessage,
  tableMessages,
  useFormats,
  useMessages,
  VoteBar,
  votesMessages,
  VotesTable,
} from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useAct } from '../acts/use-act.js';
import { planningMessages } from '../messages/planning-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { BallotResult } from './ballot-result.js';
import { CloseBallot, EarlyClosing } from './close-ballot.js';
import styles from '../planning/planning.module.css';

/** One ballot: my vote first, then live counts per sector and the votes by name, then the result with its explanation. */
export function BallotPanel({ ballot, id }: { readonly ballot: Ballot; readonly id?: string }) {
  const { view } = useStanding();
  const say = useMessages(planningMessages);
  const open = ballot.state === 'open' || ballot.state === 'suspended';
  const counted = ballot.result ?? tallyBallot(ballot);
  const cast = Object.keys(ballot.votes).length;
  const about = [
    say('ballot.version', { n: ballot.version }),
    ...(ballot.call === 2 ? [say('ballot.secondCall')] : []),
  ].join(', ');
  return (
    <Section title={say('ballot', { key: ballot.key })} aside={about} id={id}>
      {ballot.state === 'void' && <Notice tone="care" title={say('ballot.void')} />}
      {ballot.state === 'suspended' && <Notice tone="care" role="status" title={say('ballot.suspended')} />}
      {ballot.result && <BallotResult ballot={ballot} result={ballot.result} />}
      {open && ballot.earlyClosing && <EarlyClosing ballot={ballot} request={ballot.earlyClosing} />}
      {open && <MyVote ballot={ballot} />}
      {open && (
        <p className={styles.hint}>
          {ballot.closesAt ? (
            <>
              {say('ballot.closes')} <Deadline at={ballot.closesAt} zone={view.procedure.rulebook.zone} />
            </>
          ) : (
            say('ballot.closesByHand')
          )}
        </p>
      )}
      <p className={styles.tally}>{say('ballot.cast', { count: cast, of: ballot.electorate.length })}</p>
      <VoteBar total={counted.total} bySector={counted.bySector} />
      <VotesByName ballot={ballot} />
      <WhoLeft ballot={ballot} />
      {open && <CloseBallot ballot={ballot} />}
    </Section>
  );
}

function MyVote({ ballot }: { readonly ballot: Ballot }) {
  const { may, view, possibility } = useStanding();
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const { perform, error } = useAct();
  const seat = view.me.seat;
  if (seat === null) return null;
  const refused = possibility('vote.cast')?.refusal?.code;
  if (refused === 'recused') return <p className={styles.hint}>{say('ballot.recusedMine')}</p>;
  if (refused === 'no_vote') return <p className={styles.hint}>{say('ballot.notEntitled')}</p>;
  if (!ballot.electorate.some((one) => one.seat === seat))
    return <p className={styles.hint}>{say('ballot.notOnRoll')}</p>;
  const mine = ballot.votes[seat]?.choice;
  const vote = (choice: Choice): void => {
    void perform('vote.cast', { ballot: ballot.key, choice });
  };
  return (
    <div className={styles.form} role="group" aria-label={say('ballot.mine')}>
      <p className={styles.hint}>{say('ballot.lead')}</p>
      <p className={styles.tally} role="status">
        {mine ? say('ballot.mine.cast', { choice: sayTable(`choice.${mine}`) }) : say('ballot.mine.none')}
      </p>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="lg"
            variant={mine === choice ? 'filled' : 'outline'}
            aria-pressed={mine === choice}
            aria-label={say('ballot.vote', { choice: sayTable(`choice.${choice}`) })}
            disabled={!may('vote.cast')}
            onClick={() => vote(choice)}
          >
            {sayTable(`choice.${choice}`)}
          </Button>
        ))}
      </div>
      {error !== null && <ProblemMessage error={error} />}
    </div>
  );
}

/** Who had declared a conflict of interest by the end of the ballot, and for which of their seats others vote. */
function WhoLeft({ ballot }: { readonly ballot: Ballot }) {
  const { directory, view } = useStanding();
  const say = useMessages(planningMessages);
  const write = useFormats();
  const recusals = 'recusals' in view.procedure ? view.procedure.recusals : [];
  const left = recusals.filter(({ at }) => ballot.closedAt === null || at <= ballot.closedAt);
  if (left.length === 0) return null;
  const names = left.map(({ seat, member }) =>
    member === undefined ? directory.seatHolder(seat) : directory.member(member),
  );
  const going = ballot.electorate.filter(({ seat }) => left.some((one) => one.seat === seat));
  return (
    <p>
      {say('ballot.recused', { names: write.list(names) })}
      {going.length > 0 && (
        <>
          {'. '}
          {say('ballot.othersVote', { seats: write.list(going.map(({ seat }) => directory.seat(seat))) })}
        </>
      )}
    </p>
  );
}

function VotesByName({ ballot }: { readonly ballot: Ballot }) {
  const { directory } = useStanding();
  const say = useMessages(votesMessages);
  return (
    <Disclosure label={say('names')}>
      <VotesTable ballot={ballot} directory={directory} />
    </Disclosure>
  );
}
