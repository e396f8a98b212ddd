import { type Instant, type MemberId } from '@tavolo/kernel';
import { type ProcedureActName } from './acts.js';
import { type Expectation } from './expectation.js';
import { type MandateStanding } from './mandate.js';
import { type Consequence, type Outcome, type Procedure, type ProcedureAct } from './procedure.js';
import { type Refusal } from './refusal.js';
import { type Actor, type Composition, type Sector } from './seat.js';
import { type ClockTransition, type Transition } from './transition.js';

/** A procedure together with what followed on the way to it. */
export interface Change<P extends Procedure> {
  readonly procedure: P;
  readonly consequences: readonly Consequence[];
}

/** The act of one name. */
export type ActOf<Name extends ProcedureActName> = Extract<ProcedureAct, { readonly name: Name }>;

/** The rule of one act. Stage and quality of the actor are verified before, from the mode's table. */
export interface Rule<P extends Procedure, Name extends ProcedureActName> {
  /** What refuses the act whatever it carries; `possibleActs` asks this too. */
  readonly guard?: (procedure: P, actor: Actor, table: Composition, now: Instant) => Refusal | null;
  readonly apply: (procedure: P, act: ActOf<Name>, now: Instant) => Outcome<P>;
}

type Rules<P extends Procedure> = { readonly [Name in ProcedureActName]?: Rule<P, Name> };

export interface Start<P extends Procedure> {
  readonly rulebook: P['rulebook'];
  readonly sponsors: readonly MemberId[];
  readonly now: Instant;
  /** How the mandate stands under which it is decided, where the mode has one. */
  readonly mandate?: MandateStanding;
}

/** When it is asked what is expected, and how the live text reads then: base64 SHA-256 of its canonical form, `null` when not known. */
export interface Moment {
  readonly now: Instant;
  readonly textHash: string | null;
}

/** One mode of governance as a procedure: tables as data, and small pure rules. A new mode adds one of these and touches no other. */
export interface ModeProcedure<P extends Procedure> {
  readonly start: (start: Start<P>) => P;
  readonly transitions: readonly Transition<P['stage']>[];
  readonly clockTransitions: readonly ClockTransition<P['stage']>[];
  readonly rules: Rules<P>;
  readonly parties: (procedure: P) => readonly Sector[];
  /** When the clock changes something next; `null` when it never will. */
  readonly nextDue: (procedure: P) => Instant | null;
  /** What happens at that instant. It always moves `nextDue` forwards or to `null`. */
  readonly onDue: (procedure: P, at: Instant) => Change<P>;
  /** What is expected of someone, most urgent first; of the public when `actor` is `null`. */
  readonly expectations: (procedure: P, actor: Actor | null, table: Composition, at: Moment) => readonly Expectation[];
  /** Why someone may not write on the live text now; `null` when she may. */
  readonly writingRefused: (procedure: P, actor: Actor, table: Composition) => Refusal | null;
}

/** The act was accepted. */
export const accepted = <P extends Procedure>(procedure: P, consequences: readonly Consequence[] = []): Outcome<P> => ({
  ok: true,
  procedure,
  consequences,
});

/** The act was refused. */
export const refused = (why: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: why,
});

/** Accepts a change that the act has brought about. */
export const acceptedChange = <P extends Procedure>({ procedure, consequences }: Change<P>): Outcome<P> =>
  accepted(procedure, consequences);

/** Several changes one after the other. */
export function inOrder<P extends Procedure>(
  start: P,
  ...changes: readonly ((procedure: P) => Change<P>)[]
): Change<P> {
  const consequences: Consequence[] = [];
  let procedure = start;
  for (const change of changes) {
    const next = change(procedure);
    consequences.push(...next.consequences);
    procedure = next.procedure;
  }
  return { procedure, consequences };
}
