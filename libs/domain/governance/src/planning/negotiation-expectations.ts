import { recusedRefusal } from '../ballots/leave-ballot.js';
import { type Expectation } from '../expectation.js';
import { type Moment } from '../mode-procedure.js';
import { type Confirmation, type PlanningProcedure } from '../planning-procedure.js';
import { seatOf } from '../seats-of.js';
import { type Composition } from '../seat.js';
import { expect, type Who } from '../expect.js';
import { confirmsAs, isSettlementComplete } from './settlement.js';
import { planningWritingRefused } from './writing.js';

/** What is expected on a text that is negotiated: to write, to confirm, to guide, or to wait for those who do. */
export function expectationsOnText(
  procedure: PlanningProcedure,
  actor: Who,
  table: Composition,
  { textHash }: Moment,
): readonly Expectation[] {
  if (actor && recusedRefusal(procedure, actor)) return [];
  const { missing, confirmed } = stillToConfirm(procedure, textHash);
  const params = { missing: missing.length, whom: missing };
  const as = actor && inQuality(procedure, actor, table);
  const writes = actor !== null && planningWritingRefused(procedure, actor, table) === null;
  if (as === null) {
    return [
      writes
        ? expect(procedure, 'negotiate')
        : expect(procedure, 'await_negotiation', null, { whom: procedure.rulebook.parties }),
    ];
  }
  const mine = procedure.confirmations.find((one) => one.as === as);
  if (mine && !missing.includes(as)) return [expect(procedure, 'await_confirmations', null, params)];
  if (mine && mine.by === actor?.member) {
    return [expect(procedure, 'confirm_again', 'settlement.confirmed', params)];
  }
  if (confirmed || procedure.textFrozen) {
    return [expect(procedure, 'confirm_text', 'settlement.confirmed', params)];
  }
  if (writes) return [expect(procedure, 'negotiate')];
  return [expect(procedure, 'guide_negotiation', null, { whom: procedure.rulebook.parties })];
}

/** Who has to confirm the text as it reads, or, where that is not known, the one confirmed last; and whether anybody has. */
function stillToConfirm(
  procedure: PlanningProcedure,
  textHash: string | null,
): { readonly missing: readonly Confirmation['as'][]; readonly confirmed: boolean } {
  const { confirmations, rulebook } = procedure;
  const of = textHash ?? isSettlementComplete(procedure).textHash;
  const given = confirmations.filter((one) => one.textHash === of).map(({ as }) => as);
  const everyone: readonly Confirmation['as'][] = ['facilitator', ...rulebook.parties];
  return { missing: everyone.filter((as) => !given.includes(as)), confirmed: given.length > 0 };
}

/** In which quality her confirmation is needed; `null` for everybody whose confirmation is not. */
function inQuality(
  { rulebook }: PlanningProcedure,
  actor: NonNullable<Who>,
  table: Composition,
): Confirmation['as'] | null {
  const as = confirmsAs(actor, table);
  if (as === null || as === 'facilitator') return as;
  return rulebook.parties.includes(as) && seatOf(actor, table)?.right === 'vote' ? as : null;
}
