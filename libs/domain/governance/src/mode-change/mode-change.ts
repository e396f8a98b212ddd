import { type Instant } from '@tavolo/kernel';
import { runningBallot } from '../ballots/running-ballot.js';
import { type Blocker, type ModeChange, type ModeChangeActName, type ModeChangeActPayloads } from '../mode-change.js';
import { refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition } from '../seat.js';
import { notYourRole } from '../transition.js';
import { consent, refuse } from './answering.js';
import { support, withdraw } from './bench.js';
import { not, type ModeChangeOutcome, type ModeChangeStep } from './change.js';
import { endEmergency, freeFrom, takeEffect } from './effect.js';
import { type ModeChangeRule } from './rule.js';
import { modeChangeTransitions } from './transitions.js';
import { ballotTimeIsOver, castModeVote, closeModeBallot, openModeBallot, requestModeClosing } from './voting.js';

const rules: { readonly [Name in ModeChangeActName]: ModeChangeRule<Name> } = {
  'mode_change.supported': support,
  'mode_change.withdrawn': withdraw,
  'vote.opened': openModeBallot,
  'vote.cast': castModeVote,
  'ballot.early_closing_requested': requestModeClosing,
  'vote.closed': closeModeBallot,
  'mode_change.consented': consent,
  'mode_change.refused': refuse,
};

/** The names of all acts on a change of mode that has begun. */
export const modeChangeActNames = Object.keys(rules) as readonly ModeChangeActName[];

/** An act on a change of mode: who, at which table, and what it carries. */
export type ModeChangeAct = {
  [Name in ModeChangeActName]: {
    readonly name: Name;
    readonly by: Actor;
    readonly table: Composition;
  } & ModeChangeActPayloads[Name];
}[ModeChangeActName];

/** What a member may do with a change of mode, or why not. */
export interface ModeChangePossibility {
  readonly act: ModeChangeActName;
  readonly allowed: boolean;
  readonly refusal?: Refusal;
}

/**
 * When the clock changes it next, as far as is known of what stands in its way; `null` when it never will, and while a ballot is open of
 * which no end is known.
 */
export function nextModeChangeDue(change: ModeChange, blockers: readonly Blocker[]): Instant | null {
  const { state, effectiveFrom, endsAt } = change;
  if (state === 'voting') return runningBallot(change)?.closesAt ?? null;
  if (state === 'in_force') return endsAt;
  if (state !== 'standstill' || effectiveFrom === null) return null;
  const free = freeFrom(effectiveFrom, blockers);
  if (free === null || endsAt === null) return free ?? endsAt;
  return free < endsAt ? free : endsAt;
}

function onDue(change: ModeChange, at: Instant, blockers: readonly Blocker[]): ModeChangeStep {
  const ballot = runningBallot(change);
  if (ballot) return ballotTimeIsOver(change, ballot, at);
  return change.endsAt !== null && at >= change.endsAt ? endEmergency(change, at) : takeEffect(change, at, blockers);
}

/**
 * Everything that follows from the clock alone, each with the true instant at which it was due. `blockers` are the ballots and the
 * emergency acts of the table, besides this one, as they are known at `now`.
 */
export function advanceModeChange(change: ModeChange, now: Instant, blockers: readonly Blocker[]): ModeChangeStep {
  const steps = modeChangeClockSteps(change, now, blockers);
  return { change: steps.at(-1)?.change ?? change, consequences: steps.flatMap(({ consequences }) => consequences) };
}

/** The same instant by instant: what is due at one instant belongs together, and is recorded with the change as it stands after it. */
export function modeChangeClockSteps(
  change: ModeChange,
  now: Instant,
  blockers: readonly Blocker[],
): readonly ModeChangeStep[] {
  const steps: ModeChangeStep[] = [];
  let current = change;
  for (
    let due = nextModeChangeDue(current, blockers);
    due !== null && due <= now;
    due = nextModeChangeDue(current, blockers)
  ) {
    const step = onDue(current, due, blockers);
    steps.push(step);
    current = step.change;
  }
  return steps;
}

/** One act on a change of mode: first what the clock has brought about, then the act itself, refused or with what follows from it. */
export function stepModeChange(
  change: ModeChange,
  act: ModeChangeAct,
  now: Instant,
  blockers: readonly Blocker[],
): ModeChangeOutcome {
  const before = advanceModeChange(change, now, blockers);
  const why = modeChangeActRefused(before.change, act.name, act.by, act.table, now);
  if (why) return not(why);
  const rule = rules[act.name] as ModeChangeRule<ModeChangeActName>;
  const outcome = rule.apply(before.change, act, now);
  if (!outcome.ok) return outcome;
  return { ...outcome, consequences: [...before.consequences, ...outcome.consequences] };
}

/** Every act on a change of mode, and whether this actor may do it now; what the act carries may still be refused. */
export function possibleModeChangeActs(
  change: ModeChange,
  actor: Actor,
  table: Composition,
  now: Instant,
  blockers: readonly Blocker[],
): readonly ModeChangePossibility[] {
  const current = advanceModeChange(change, now, blockers).change;
  return modeChangeActNames.map((act) => {
    const why = modeChangeActRefused(current, act, actor, table, now);
    return why ? { act, allowed: false, refusal: why } : { act, allowed: true };
  });
}

function modeChangeActRefused(
  change: ModeChange,
  act: ModeChangeActName,
  actor: Actor,
  table: Composition,
  now: Instant,
): Refusal | null {
  const { state } = change;
  const row = modeChangeTransitions.find((one) => one.act === act && one.from.includes(state));
  if (!row) return refusal('wrong_stage', '2.5 Proposes', { stage: state, act });
  return (
    notYourRole(row, actor, table, { sponsors: [], parties: [] }) ??
    rules[act].guard?.(change, actor, table, now) ??
    null
  );
}
