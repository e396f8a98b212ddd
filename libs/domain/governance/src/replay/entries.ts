import { type Instant, type JsonObject, type MemberId } from '@tavolo/kernel';
import { type FrozenText } from '../ballot.js';
import { type MandateStanding } from '../mandate.js';
import { type Consequence, type Procedure, type ProcedureAct } from '../procedure.js';
import { type Rulebook } from '../rulebook.js';
import { type Actor, type Composition } from '../seat.js';
import { nextDue, startProcedure } from '../step.js';
import { ballotOf, resultData, rollParts, voteStream } from './ballot-entries.js';
import { withoutWords } from './leaf-words.js';
import { shownOf, type Done } from './shown.js';

/** An entry about a procedure, as it stands in the log of its table. */
export interface ProcedureEntry {
  readonly at: Instant;
  /** The pseudonym of who acted, in votes her seat; `null` for what followed by itself. */
  readonly actor: string | null;
  readonly act: string;
  readonly stream: string;
  readonly data: JsonObject;
}

/** The stream of a proposal in the log. */
export const proposalStream = (proposal: string): string => `proposal:${proposal}`;

/** What every entry about a proposal says: which one, and under which rules. */
export const headOfProposal = (proposal: string, { rulebook: { key, version } }: Pick<Procedure, 'rulebook'>) => ({
  proposal,
  rulebook: { key, version },
});

/** From which seat and in which roles somebody acts. */
export const standingOfActor = ({ seat, roles }: Actor): JsonObject => ({
  ...(seat !== null && { seat }),
  ...(roles.length > 0 && { roles }),
});

/** Where a procedure stands: its stage, since when, until when, and when the clock changes it next. */
export const placeOf = (procedure: Procedure): JsonObject => ({
  stage: procedure.stage,
  since: procedure.since,
  deadline: procedure.deadline,
  due: nextDue(procedure),
});

/** What a decision was told of its mandate, which is recorded elsewhere, before what its entry tells; nothing in other modes. */
const toldOf = (procedure: Procedure): JsonObject =>
  procedure.mode === 'auto_administration' ? { told: procedure.mandate as unknown as JsonObject } : {};

/** An act that was accepted, and when. */
export interface Decided extends Done {
  readonly now: Instant;
}

/** What begins a procedure, beside its rulebook and the moment. */
export interface Beginning {
  readonly sponsors: readonly MemberId[];
  /** How the mandate stands under which it is decided, where the mode has one. */
  readonly mandate?: MandateStanding;
  /** The version with which it begins, where its text came to the table as a whole; absent for a draft that is yet to be written. */
  readonly text?: FrozenText;
}

/** The procedure that begins so. Throws `RefusalError` as `startProcedure` does. */
export function beginProcedure({ sponsors, mandate, text }: Beginning, rulebook: Rulebook, now: Instant): Procedure {
  const procedure: Procedure = startProcedure({ rulebook, sponsors, now, ...(mandate && { mandate }) });
  return text ? { ...procedure, versions: [text] } : procedure;
}

/** What the entry of a draft carries so that its procedure can be begun again. */
export const startedData = (beginning: Beginning, procedure: Procedure, now: Instant): JsonObject => ({
  input: { now, carries: withoutWords(beginning) },
  after: placeOf(procedure),
});

/**
 * What decided, and what came of it: the instant, what the act carried without its words, who acted where the entry's actor does not say
 * so, what was told of a mandate, and where the procedure stood afterwards. With the entries before it this is all that the rules were given.
 */
export function decidedData({ act, after, now }: Decided): JsonObject {
  const { name, by, table, ...carries } = act;
  const who = name === 'proposal.settled' ? { by: by.member } : {};
  const deputy = name === 'vote.cast' && isDeputy(by, table) ? { as: 'deputy' } : {};
  return {
    input: { now, ...who, ...deputy, carries: withoutWords(carries) },
    ...toldOf(after),
    after: placeOf(after),
  };
}

const isDeputy = ({ member, seat }: Actor, { seats }: Composition): boolean =>
  seats.some(({ id, holder, deputy }) => id === seat && deputy === member && holder !== member);

/** In whose stream an act on a ballot stands, by the vote profile of the log; `null` for all others. */
function ballotOfAct(act: ProcedureAct): string | null {
  if (act.name === 'vote.opened') return act.key;
  return act.name === 'vote.cast' || act.name === 'vote.closed' ? act.ballot : null;
}

/** The entries of one act, the first of which is the act itself; what follows from it has entries of its own. */
export function entriesOfAct(decided: Decided): readonly [ProcedureEntry, ...ProcedureEntry[]] {
  const { proposal, act, before, after, now: at } = decided;
  const { name, by } = act;
  const said = { ...shownOf(decided), ...decidedData(decided) };
  const ballot = ballotOfAct(act);
  if (ballot === null) {
    // Settling follows by itself from the last confirmation, which the entry before it tells of.
    const settled = name === 'proposal.settled';
    const standing = settled ? {} : standingOfActor(by);
    const data = { ...headOfProposal(proposal, before), ...standing, ...said };
    return [{ at, actor: settled ? null : by.member, act: name, stream: proposalStream(proposal), data }];
  }
  const stream = voteStream(ballot);
  if (name === 'vote.cast') return [{ at, actor: by.seat, act: name, stream, data: said }];
  const parts = name === 'vote.opened' ? rollParts(ballotOf(after, ballot)) : [];
  const rolls = parts.map((data): ProcedureEntry => ({ at, actor: null, act: 'vote.roll', stream, data }));
  return [{ at, actor: by.member, act: name, stream, data: { ...standingOfActor(by), ...said } }, ...rolls];
}

/**
 * The entry of something that followed, at the instant at which it was due; `after` is the procedure once everything of that instant has
 * happened. Entries of ballots hold what the vote profile of the log asks for (audit-log-format.md, Votes).
 */
export function entryOfConsequence(
  proposal: string,
  { name, at, data, explanation }: Consequence,
  after: Procedure,
): ProcedureEntry {
  const place = { ...toldOf(after), after: placeOf(after) };
  const vote = data.vote;
  if (name.startsWith('vote.') && typeof vote === 'string') {
    const said = voteData(after, name, vote, data);
    return { at, actor: null, act: name, stream: voteStream(vote), data: { ...said, ...place } };
  }
  const why: JsonObject = explanation ? { explanation: explanation as unknown as JsonObject } : {};
  const said = { ...headOfProposal(proposal, after), ...data, ...why, ...place };
  return { at, actor: null, act: name, stream: proposalStream(proposal), data: said };
}

function voteData(after: Procedure, name: Consequence['name'], vote: string, data: JsonObject): JsonObject {
  if (name === 'vote.closed') return { vote };
  return name === 'vote.result' ? resultData(ballotOf(after, vote)) : data;
}
