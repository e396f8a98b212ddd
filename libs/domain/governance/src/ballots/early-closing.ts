import { type Instant } from '@tavolo/kernel';
import { type Ballot } from '../ballot.js';
import { accepted, refused, type ActOf } from '../mode-procedure.js';
import { type Outcome } from '../procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type TableRole } from '../seat.js';
import { outstanding } from '../tally-ballot.js';
import { runningBallot, withBallot } from './running-ballot.js';
import { type VotingProcedure } from './voting-procedure.js';

const rule = '1 Two-person rule';

/** Who may close a ballot by hand, and ask for its early closing. */
export const closers: readonly TableRole[] = ['facilitator', 'secretary', 'coordinator'];

/**
 * What closing a running ballot by hand needs now (domain.md section 1, row 11; 2.1, Written reasons). A ballot with an announced time was
 * promised to stay open until then, also when everybody has voted, since votes may be changed: two persons. One without needs a written
 * reason while a seat has not voted; suspended for lack of quorum, or voted in by all, it needs nothing.
 */
export function closingNeeds(ballot: Ballot): 'nothing' | 'reason' | 'two_persons' {
  if (ballot.closesAt !== null) return 'two_persons';
  return ballot.state === 'open' && outstanding(ballot).length > 0 ? 'reason' : 'nothing';
}

/** Why someone may not close the ballot before its time; `null` when somebody else has asked for it, or no time was announced. */
export function secondPersonMissing(ballot: Ballot, { member }: Actor): Refusal | null {
  const { key, closesAt, earlyClosing } = ballot;
  if (closesAt === null) return null;
  if (earlyClosing && earlyClosing.by !== member) return null;
  const missing = earlyClosing ? 'other_person' : 'request';
  return refusal('two_person_rule', rule, { ballot: key, closesAt, missing, needed: closers });
}

/**
 * Someone who may close the ballot asks, with a written reason, to close it before the announced time; another person then closes it. The
 * request stands until the ballot ends.
 */
export const requestEarlyClosing = {
  guard: (procedure: VotingProcedure): Refusal | null => {
    const ballot = runningBallot(procedure);
    if (!ballot) return refusal('ballot_closed', '2.1 Ballots');
    if (ballot.closesAt === null) return refusal('no_closing_time', rule, { ballot: ballot.key });
    return ballot.earlyClosing ? refusal('already_done', rule, { ballot: ballot.key }) : null;
  },
  apply: <P extends VotingProcedure>(
    procedure: P,
    { by, ballot: key, reason }: ActOf<'ballot.early_closing_requested'>,
    now: Instant,
  ): Outcome<P> => {
    const ballot = runningBallot(procedure);
    if (ballot?.key !== key) return refused(refusal('ballot_closed', '2.1 Ballots', { ballot: key }));
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    return accepted(withBallot(procedure, { ...ballot, earlyClosing: { by: by.member, reason, at: now } }));
  },
};

/** The ballot without the request, which is void with its end. */
export function withoutRequest({ earlyClosing: _request, ...ballot }: Ballot): Ballot {
  return ballot;
}
