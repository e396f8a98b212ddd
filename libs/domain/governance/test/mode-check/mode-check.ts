import { type Instant } from '@tavolo/kernel';
import {
  type ActPayloads,
  type Actor,
  type Composition,
  type Consequence,
  type ConsequenceName,
  type Procedure,
  type ProcedureAct,
  type ProcedureActName,
} from '../../src/index.js';
import { type Change, type ModeProcedure } from '../../src/mode-procedure.js';

/** What the acts may carry at a moment, good and bad; an act that is not listed is never tried. */
export type Alphabet<P extends Procedure> = {
  readonly [Name in ProcedureActName]?: (procedure: P, now: Instant) => readonly ActPayloads[Name][];
};

/** A small table on which a mode is explored. */
export interface SmallTable<P extends Procedure> {
  /** What is particular about it. */
  readonly title: string;
  readonly start: P;
  readonly table: Composition;
  readonly people: readonly Actor[];
  readonly alphabet: Alphabet<P>;
  /** What befalls the procedure besides acts and time: who is in the room, how the mandate stands. */
  readonly happenings?: (procedure: P, now: Instant) => readonly Change<P>[];
  /** Instants at which something becomes possible although nothing is due by itself. */
  readonly moments?: (procedure: P) => readonly Instant[];
  /** What of the procedure still decides anything: what is left out, no future act asks for. */
  readonly essence: (procedure: P) => unknown;
}

/** One change on the way through a mode: an act, or, where that is `null`, the clock or something that befell it. */
export interface Move<P extends Procedure> {
  readonly before: P;
  readonly act: ProcedureAct | null;
  /** `clock`: time has passed; `happening`: see `SmallTable.happenings`. */
  readonly how: 'act' | 'clock' | 'happening';
  /** The moment of the act, or until which time has passed. */
  readonly now: Instant;
  readonly after: P;
  readonly consequences: readonly Consequence[];
  readonly table: Composition;
}

/** Something that domain.md forbids. */
export interface Forbidden<P extends Procedure> {
  /** What must not happen, in plain words. */
  readonly what: string;
  /** Whether this move does it. Written from the document alone, it asks none of the rules that it watches. */
  readonly done: (move: Move<P>, mode: ModeProcedure<P>) => boolean;
  /** The mode with a mistake in it, with which it would happen: the proof that the watch can fail. */
  readonly mistake: (mode: ModeProcedure<P>) => ModeProcedure<P>;
}

/** One way in which the document says that a stage is reached. */
export interface Way<P extends Procedure> {
  readonly to: P['stage'];
  readonly from: P['stage'];
  /** The act, or what the clock recorded. */
  readonly by: ProcedureActName | ConsequenceName;
  readonly how?: 'clock';
}

/** All that the mode check knows of one mode. */
export interface ModeCheck<P extends Procedure> {
  readonly tables: readonly SmallTable<P>[];
  /** Stages after which nothing more is to come. */
  readonly finals: readonly P['stage'][];
  readonly ways: readonly Way<P>[];
  readonly forbidden: readonly Forbidden<P>[];
  /** Acts that stand beside the procedure: they lead from no stage to another, and specs of their own hold them. */
  readonly beside?: readonly ProcedureActName[];
}

/** Narrows a move to that of one act. */
export const isAct = <Name extends ProcedureActName>(
  act: ProcedureAct | null,
  ...names: readonly Name[]
): act is Extract<ProcedureAct, { readonly name: Name }> =>
  act !== null && (names as readonly string[]).includes(act.name);
