import { type ProcedureActName } from './acts.js';
import { type Expectation, type ExpectationKey } from './expectation.js';
import { type Procedure } from './procedure.js';
import { type Actor, type Composition, type TableRole } from './seat.js';

/** Of whom something is expected; `null` for the public. */
export type Who = Actor | null;

/** One expectation, until the stage ends. */
export const expect = (
  { deadline }: Procedure,
  key: ExpectationKey,
  act: ProcedureActName | null = null,
  params: Expectation['params'] = {},
): Expectation => ({ key, act, until: deadline, params });

/** Those of the roles that somebody else than the reader holds at the table, to be named as waited for; all of them where nobody does. */
export function heldByOthers({ roles }: Composition, wanted: readonly TableRole[], reader: Who): readonly TableRole[] {
  const held = wanted.filter((role) => roles.some((one) => one.role === role && one.member !== reader?.member));
  return held.length > 0 ? held : wanted;
}
