import { autoAdministration } from './auto-administration/auto-administration.js';
import { autoRegulation } from './auto-regulation/auto-regulation.js';
import { consultation } from './consultation/consultation.js';
import { type ModeProcedure } from './mode-procedure.js';
import { planning } from './planning/planning.js';
import { type Procedure } from './procedure.js';
import { type Rulebook } from './rulebook.js';

/** The modes whose procedures are offered. */
const offered: { readonly [M in Procedure['mode']]: ModeProcedure<Extract<Procedure, { mode: M }>> } = {
  planning,
  consultation,
  auto_regulation: autoRegulation,
  auto_administration: autoAdministration,
};

/** The modes in which procedures can be started. */
export const offeredModes = Object.keys(offered) as readonly Procedure['mode'][];

/** Whether procedures start under these rules; those kept as mere values, from before their mode was offered, start none. */
export const isOffered = (rulebook: Rulebook): rulebook is Procedure['rulebook'] =>
  Object.hasOwn(offered, rulebook.mode) && !('values' in rulebook);

/** The mode of a procedure: a value of mode `m` is only ever handed to the rules of mode `m`, which the compiler cannot follow. */
export const modeOf = <P extends Procedure>({ mode }: { readonly mode: P['mode'] }): ModeProcedure<P> =>
  offered[mode] as unknown as ModeProcedure<P>;
