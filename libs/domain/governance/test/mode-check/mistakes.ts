import { type Instant } from '@tavolo/kernel';
import { type Procedure, type ProcedureActName } from '../../src/index.js';
import { type ActOf, type ModeProcedure, type Rule } from '../../src/mode-procedure.js';
import { type Transition } from '../../src/transition.js';

type Row<P extends Procedure> = Transition<P['stage']>;

/** The mode with one row of its table written wrongly. */
export const withRow =
  <P extends Procedure>(act: ProcedureActName, wrong: Partial<Row<P>>) =>
  (mode: ModeProcedure<P>): ModeProcedure<P> => ({
    ...mode,
    transitions: mode.transitions.map((row) => (row.act === act ? { ...row, ...wrong } : row)),
  });

/** The mode with a row too many. */
export const withFurtherRow =
  <P extends Procedure>(row: Row<P>) =>
  (mode: ModeProcedure<P>): ModeProcedure<P> => ({ ...mode, transitions: [row, ...mode.transitions] });

/** The mode in which the rule of an act is another one. */
export const withRule =
  <P extends Procedure, Name extends ProcedureActName>(act: Name, change: (rule: Rule<P, Name>) => Rule<P, Name>) =>
  (mode: ModeProcedure<P>): ModeProcedure<P> => {
    const rule: Rule<P, Name> | undefined = mode.rules[act];
    if (!rule) throw new RangeError(`no rule for ${act}`);
    return { ...mode, rules: { ...mode.rules, [act]: change(rule) } };
  };

/** The mode in which the guard of an act was forgotten. */
export const withoutGuard = <P extends Procedure>(
  act: ProcedureActName,
): ((mode: ModeProcedure<P>) => ModeProcedure<P>) => withRule<P, ProcedureActName>(act, ({ apply }) => ({ apply }));

/** The mode in which the clock brings about something else at a stage, at this instant. */
export const withClock =
  <P extends Procedure>(
    nextDue: (procedure: P) => ReturnType<ModeProcedure<P>['nextDue']>,
    onDue: ModeProcedure<P>['onDue'],
  ) =>
  (mode: ModeProcedure<P>): ModeProcedure<P> => ({
    ...mode,
    nextDue: (procedure) => nextDue(procedure) ?? mode.nextDue(procedure),
    onDue: (procedure, at) => (nextDue(procedure) === at ? onDue(procedure, at) : mode.onDue(procedure, at)),
  });

/** The mode in which an act is accepted whatever it carries, and changes this. */
export const accepting = <P extends Procedure, Name extends ProcedureActName>(
  name: Name,
  change: (procedure: P, act: ActOf<Name>, now: Instant) => P = (procedure) => procedure,
): ((mode: ModeProcedure<P>) => ModeProcedure<P>) =>
  withRule<P, Name>(name, () => ({
    apply: (procedure, act, now) => ({ ok: true, procedure: change(procedure, act, now), consequences: [] }),
  }));

/** The mode in which the rule of an act is asked of another procedure than the one at hand. */
export const askedOf = <P extends Procedure>(
  name: ProcedureActName,
  other: (procedure: P) => NoInfer<P>,
): ((mode: ModeProcedure<P>) => ModeProcedure<P>) =>
  withRule<P, ProcedureActName>(name, ({ apply }) => ({
    apply: (procedure, act, now) => apply(other(procedure), act, now),
  }));

/** The mode in which a reason is made up where none was given. */
export const inventingReasons = <P extends Procedure>(
  name: ProcedureActName,
): ((mode: ModeProcedure<P>) => ModeProcedure<P>) =>
  withRule<P, ProcedureActName>(name, ({ apply, ...rule }) => ({
    ...rule,
    apply: (procedure, act, now) => apply(procedure, { ...act, reason: 'Nobody said so.' } as typeof act, now),
  }));
