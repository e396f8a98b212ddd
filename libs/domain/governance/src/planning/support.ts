import { numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type Support } from '../negotiating-mandate.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { electorateOf, isElector } from '../seats-of.js';
import { type Composition } from '../seat.js';

/** Whether more than half of the filled voting seats stand behind something; seats that are vacant by now count no more. */
export function enoughSupport(
  { recusals }: Pick<PlanningProcedure, 'recusals'>,
  supporters: readonly Pick<Support, 'seat'>[],
  table: Composition,
): Explanation {
  const { electorate } = electorateOf(table, recusals);
  const counted = supporters.filter(({ seat }) => isElector(seat, electorate)).length;
  const needed = Math.floor(electorate.length / 2) + 1;
  return numbersLeaf('mandate.support', counted, 'atLeast', needed, { values: { eligible: electorate.length } });
}
