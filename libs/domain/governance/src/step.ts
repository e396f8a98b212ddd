import { type Instant, type MemberId } from '@tavolo/kernel';
import { type ProcedureActName } from './acts.js';
import { type AutoAdministrationProcedure } from './auto-administration-procedure.js';
import { type AutoRegulationProcedure } from './auto-regulation-procedure.js';
import { type ConsultationProcedure } from './consultation-procedure.js';
import { type MandateStanding } from './mandate.js';
import { accepted, refused, type Change, type ModeProcedure, type Rule } from './mode-procedure.js';
import { type PlanningProcedure } from './planning-procedure.js';
import { type Consequence, type Outcome, type Possibility, type Procedure, type ProcedureAct } from './procedure.js';
import { deadlinePassed, refusal, RefusalError, wrongStage } from './refuse.js';
import { type Refusal } from './refusal.js';
import { isOffered, modeOf } from './registry.js';
import {
  type AutoAdministrationRulebook,
  type AutoRegulationRulebook,
  type ConsultationRulebook,
  type PlanningRulebook,
  type Rulebook,
} from './rulebook.js';
import { type Actor, type Composition } from './seat.js';
import { notYourRole, type Transition } from './transition.js';

/**
 * A new procedure, in draft, under a rulebook that it carries from then on. Throws `RefusalError('mode_not_offered')` for a mode whose
 * procedure is not offered, and for a decision under a mandate without one, or one that has ended.
 */
export function startProcedure(start: {
  readonly rulebook: PlanningRulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
}): PlanningProcedure;
export function startProcedure(start: {
  readonly rulebook: ConsultationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
}): ConsultationProcedure;
export function startProcedure(start: {
  readonly rulebook: AutoRegulationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
}): AutoRegulationProcedure;
export function startProcedure(start: {
  readonly rulebook: AutoAdministrationRulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
  readonly mandate: MandateStanding;
}): AutoAdministrationProcedure;
export function startProcedure(start: {
  readonly rulebook: Rulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
  readonly mandate?: MandateStanding;
}): Procedure;
export function startProcedure({
  rulebook,
  sponsors,
  now,
  mandate,
}: {
  readonly rulebook: Rulebook;
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
  readonly mandate?: MandateStanding;
}): Procedure {
  const { mode } = rulebook;
  if (!isOffered(rulebook)) throw new RefusalError(refusal('mode_not_offered', '2.2', { mode }));
  return modeOf({ mode }).start({ rulebook, sponsors, now, ...(mandate && { mandate }) });
}

/** When the clock changes the procedure next, or `null` when nothing is due by itself. */
export const nextDue = (procedure: Procedure): Instant | null => modeOf(procedure).nextDue(procedure);

/**
 * Everything that follows from the clock alone, each with the true instant at which it was due, repeated until nothing is due at `now`.
 * A time limit has passed when `now` is its instant or later. Asking again changes nothing, and in how many steps time passes is nothing.
 */
export const advance = <P extends Procedure>(procedure: P, now: Instant): Change<P> =>
  advanceIn(modeOf<P>(procedure), procedure, now);

/** The same under the rules of a mode that is handed in: how the mode check tries a mode with a mistake in it. */
export function advanceIn<P extends Procedure>(mode: ModeProcedure<P>, procedure: P, now: Instant): Change<P> {
  const consequences: Consequence[] = [];
  let current = procedure;
  for (let due = mode.nextDue(current); due !== null && due <= now; due = mode.nextDue(current)) {
    const change = mode.onDue(current, due);
    consequences.push(...change.consequences);
    current = change.procedure;
  }
  return { procedure: current, consequences };
}

/**
 * One act on a procedure: first what the clock has brought about, then the act itself, refused or with what follows from it. It changes
 * nothing but the value it returns. Consequences come in the order in which they are recorded.
 */
export const step = <P extends Procedure>(procedure: P, act: ProcedureAct, now: Instant): Outcome<P> =>
  stepIn(modeOf<P>(procedure), procedure, act, now);

/** The same under the rules of a mode that is handed in. */
export function stepIn<P extends Procedure>(
  mode: ModeProcedure<P>,
  procedure: P,
  act: ProcedureAct,
  now: Instant,
): Outcome<P> {
  const before = advanceIn(mode, procedure, now);
  const why = actRefused(mode, before.procedure, act.name, act.by, act.table, now);
  if (why) return refused(why);
  const outcome = ruleOf(mode, act.name).apply(before.procedure, act, now);
  if (!outcome.ok) return outcome;
  const after = advanceIn(mode, outcome.procedure, now);
  return accepted(after.procedure, [...before.consequences, ...outcome.consequences, ...after.consequences]);
}

/** Every act of the mode, and whether this actor may do it now; what the act carries may still be refused. */
export function possibleActs(
  procedure: Procedure,
  actor: Actor,
  table: Composition,
  now: Instant,
): readonly Possibility[] {
  const mode = modeOf(procedure);
  const current = advance(procedure, now).procedure;
  const names = [...new Set(mode.transitions.map(({ act }) => act))];
  return names.map((act) => {
    const why = actRefused(mode, current, act, actor, table, now);
    return why ? { act, allowed: false, refusal: why } : { act, allowed: true };
  });
}

function actRefused<P extends Procedure>(
  mode: ModeProcedure<P>,
  procedure: P,
  act: ProcedureActName,
  actor: Actor,
  table: Composition,
  now: Instant,
): Refusal | null {
  const rows = mode.transitions.filter((row) => row.act === act);
  const row = rows.find(({ from }) => (from as readonly string[]).includes(procedure.stage));
  if (!row) return outsideStages(rows, procedure, act);
  const people = { sponsors: procedure.sponsors, parties: mode.parties(procedure) };
  return notYourRole(row, actor, table, people) ?? ruleOf(mode, act).guard?.(procedure, actor, table, now) ?? null;
}

function outsideStages(
  rows: readonly Transition<string>[],
  { stage, since }: Procedure,
  act: ProcedureActName,
): Refusal {
  const code = rows.find(({ outside }) => outside !== undefined)?.outside;
  if (code === undefined || stage === 'draft') return wrongStage(stage, act);
  if (code === 'deadline_passed') return deadlinePassed(since, '2.1 Time limits');
  return refusal(code, '2.3 States and transitions', { stage, act });
}

function ruleOf<P extends Procedure, Name extends ProcedureActName>(mode: ModeProcedure<P>, act: Name): Rule<P, Name> {
  const rule = mode.rules[act];
  if (!rule) throw new TypeError(`the table names an act without a rule: ${act}`);
  return rule;
}
