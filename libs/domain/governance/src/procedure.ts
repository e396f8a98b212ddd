import { type Instant, type JsonObject } from '@tavolo/kernel';
import { type ActPayloads, type ConsequenceName, type ProcedureActName } from './acts.js';
import { type AutoAdministrationProcedure } from './auto-administration-procedure.js';
import { type AutoRegulationProcedure } from './auto-regulation-procedure.js';
import { type ConsultationProcedure } from './consultation-procedure.js';
import { type Explanation } from './explanation.js';
import { type PlanningProcedure } from './planning-procedure.js';
import { type Refusal } from './refusal.js';
import { type Actor, type Composition } from './seat.js';

/** A procedure is a value (design.md section 2). */
export type Procedure =
  PlanningProcedure | ConsultationProcedure | AutoRegulationProcedure | AutoAdministrationProcedure;

/** An act on a procedure: who, at which table, and what it carries. */
export type ProcedureAct = {
  [Name in ProcedureActName]: {
    readonly name: Name;
    readonly by: Actor;
    readonly table: Composition;
  } & ActPayloads[Name];
}[ProcedureActName];

/** Something that followed, with the true instant at which it was due and what decided it (for the log). */
export interface Consequence {
  readonly name: ConsequenceName;
  readonly at: Instant;
  /** Ids, enumerations, counts: ready for the log's `data`. */
  readonly data: JsonObject;
  readonly explanation?: Explanation;
}

export type Outcome<P extends Procedure = Procedure> =
  | { readonly ok: true; readonly procedure: P; readonly consequences: readonly Consequence[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What a member may do, or why not. */
export interface Possibility {
  readonly act: ProcedureActName;
  readonly allowed: boolean;
  /** Why not; absent when allowed. */
  readonly refusal?: Refusal;
}
