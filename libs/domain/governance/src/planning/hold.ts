import { type Instant } from '@tavolo/kernel';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { numbersLeaf } from '../explain.js';
import { accepted, acceptedChange, inOrder, refused, type Rule } from '../mode-procedure.js';
import { type Hold, type PlanningProcedure } from '../planning-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { electorateOf, seatOf } from '../seats-of.js';
import { type Composition, type Sector } from '../seat.js';
import { neededAtLeast } from '../share.js';
import { enter, limitOf, type PlanningChange } from './stages.js';
import { stopDecision } from './text.js';

const rule = '2.2 Objection';

/** The hold that stops the proposal now, or `null`. */
export const runningHold = ({ stage, holds }: PlanningProcedure): Hold | null =>
  stage === 'on_hold' ? (holds.findLast(({ declaredAt }) => declaredAt !== null) ?? null) : null;

const gathering = ({ holds }: PlanningProcedure, sector: Sector | undefined): Hold | null =>
  holds.find((hold) => hold.sector === sector && hold.declaredAt === null) ?? null;

/**
 * One seat supports a hold of its sector, with a reason. With the share of the sector's eligible seats that the rulebook asks for, the
 * hold is declared: what was open is stopped, and mediation begins (domain.md 2.2, Objection). Once per proposal.
 */
export const supportHold: Rule<PlanningProcedure, 'hold.supported'> = {
  guard: (procedure, actor, table) => {
    const perProposal = procedure.rulebook.hold?.perProposal ?? 0;
    const declared = procedure.holds.filter(({ declaredAt }) => declaredAt !== null).length;
    if (declared >= perProposal) return refusal('hold_used_up', 'hold.perProposal', { perProposal });
    const supporters = gathering(procedure, seatOf(actor, table)?.sector)?.supporters ?? [];
    if (supporters.some(({ seat }) => seat === actor.seat)) return refusal('already_done', rule);
    return recusedRefusal(procedure, actor);
  },
  apply: (procedure, { by, table, reason }, now) => {
    const seat = seatOf(by, table);
    if (!seat) return refused(refusal('not_your_role', rule, { needed: ['party'] }));
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    const before = gathering(procedure, seat.sector);
    const hold: Hold = {
      sector: seat.sector,
      supporters: [...(before?.supporters ?? []), { seat: seat.id, at: now, by: by.member }],
      reason: before?.reason ?? reason,
      declaredAt: null,
      until: null,
    };
    const others = procedure.holds.filter((one) => one !== before);
    const supported: PlanningProcedure = { ...procedure, holds: [...others, hold] };
    return declareIfReached(supported, hold, table, now);
  },
};

function declareIfReached(
  procedure: PlanningProcedure,
  hold: Hold,
  table: Composition,
  now: Instant,
): ReturnType<typeof accepted<PlanningProcedure>> {
  const terms = procedure.rulebook.hold;
  if (!terms) return accepted(procedure);
  const eligible = electorateOf(table, procedure.recusals).electorate.filter(({ sector }) => sector === hold.sector);
  const supporters = hold.supporters.filter(({ seat }) => eligible.some((one) => one.seat === seat)).length;
  const reached = numbersLeaf('hold', supporters, 'atLeast', Math.max(1, neededAtLeast(terms.need, eligible.length)), {
    rule: 'hold.need',
    values: { sector: hold.sector, eligible: eligible.length, fraction: terms.need },
  });
  if (!reached.held) return accepted(procedure);
  const until = limitOf(procedure, now, terms.days);
  const data = { sector: hold.sector, supporters, until };
  return acceptedChange(
    inOrder(
      procedure,
      (current) => stopDecision(current, now, 'hold'),
      (current) => ({
        procedure: {
          ...enter(current, 'on_hold', now, until),
          holds: current.holds.map((one) => (one === hold ? { ...one, declaredAt: now, until } : one)),
        },
        consequences: [
          { name: 'hold.declared', at: now, data, explanation: reached },
          { name: 'mediation.opened', at: now, data: { hold: hold.sector, until } },
        ],
      }),
    ),
  );
}

/** After a hold the ordinary ballot follows. */
export const endHold = (procedure: PlanningProcedure, at: Instant): PlanningChange => ({
  procedure: enter(procedure, 'settled', at),
  consequences: [],
});
