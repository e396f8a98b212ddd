import { autoRegulation } from './auto-regulation/auto-regulation.js';
import { consultation } from './consultation/consultation.js';
import { type ModeProcedure } from './mode-procedure.js';
import { planning } from './planning/planning.js';
import { type Procedure } from './procedure.js';
import { type Mode } from './rulebook.js';

/** The modes whose procedures are offered. */
const offered: { readonly [M in Procedure['mode']]: ModeProcedure<Extract<Procedure, { mode: M }>> } = {
  planning,
  consultation,
  auto_regulation: autoRegulation,
};

export const isOffered = (mode: Mode): mode is Procedure['mode'] => Object.hasOwn(offered, mode);

/** The mode of a procedure: a value of mode `m` is only ever handed to the rules of mode `m`, which the compiler cannot follow. */
export const modeOf = <P extends Procedure>({ mode }: { readonly mode: P['mode'] }): ModeProcedure<P> =>
  offered[mode] as unknown as ModeProcedure<P>;
