import { deadline, type Instant } from '@tavolo/kernel';
import { numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { modeChangeDays, type ModeChange } from '../mode-change.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Actor, type Composition, type Sector } from '../seat.js';
import { electorateOf, seatOf } from '../seats-of.js';
import { become, done, not, type ModeChangeStep } from './change.js';
import { type ModeChangeRule } from './rule.js';

/** Whether more than half of the filled voting seats of the sector propose it: the bench then does (domain.md 2.5). */
export function explainSupport(sector: Sector, supporters: ModeChange['supporters'], table: Composition): Explanation {
  const bench = electorateOf(table, []).electorate.filter((one) => one.sector === sector);
  const have = bench.filter(({ seat }) => supporters.some((one) => one.seat === seat)).length;
  return numbersLeaf('mode_change.support', have, 'atLeast', Math.floor(bench.length / 2) + 1, {
    rule: '2.5 Proposes',
    values: { sector, eligible: bench.length },
  });
}

/** The notice runs from `at` on: ten days, a time limit that moves to a working day. */
export function giveNotice(change: ModeChange, at: Instant, explanation?: Explanation): ModeChangeStep {
  const { zone, holidays } = change.from;
  const noticeUntil = deadline({ from: at, days: modeChangeDays.notice, zone, holidays });
  const data = { proposedAs: change.proposedAs, until: noticeUntil };
  return {
    change: { ...become(change, 'notice', at), noticeUntil },
    consequences: [{ name: 'mode_change.notice_given', at, data, ...(explanation && { explanation }) }],
  };
}

/** The change with a seat of the bench behind it, and its notice once they are more than half. */
export function withSupporter(change: ModeChange, by: Actor, table: Composition, now: Instant): ModeChangeStep {
  const { proposedAs } = change;
  if (proposedAs === 'institution' || by.seat === null) return { change, consequences: [] };
  const supporters = [...change.supporters, { seat: by.seat, by: by.member, at: now }];
  const supported = { ...change, supporters };
  const explanation = explainSupport(proposedAs, supporters, table);
  return explanation.held ? giveNotice(supported, now, explanation) : { change: supported, consequences: [] };
}

/** A seat of the bench that proposes joins those who do. */
export const support: ModeChangeRule<'mode_change.supported'> = {
  guard: ({ proposedAs, supporters }, actor, table) => {
    const seat = seatOf(actor, table);
    if (seat?.sector !== proposedAs) {
      return refusal('not_your_role', '2.5 Proposes', { act: 'mode_change.supported', needed: [proposedAs] });
    }
    return supporters.some((one) => one.seat === seat.id)
      ? refusal('already_done', '2.5 Proposes', { seat: seat.id })
      : null;
  },
  apply: (change, { by, table }, now) => {
    const { change: supported, consequences } = withSupporter(change, by, table, now);
    return done(supported, consequences);
  },
};

/** Those who proposed it take it back before it is put to the vote, with reasons. */
export const withdraw: ModeChangeRule<'mode_change.withdrawn'> = {
  guard: (change, actor, table) => notAProposer(change, actor, table),
  apply: (change, { by, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return not(why);
    return done({ ...become(change, 'withdrawn', now), withdrawal: { reason, by: by.member, at: now } });
  },
};

function notAProposer({ proposedAs, proposedBy }: ModeChange, actor: Actor, table: Composition): Refusal | null {
  const institution = proposedAs === 'institution' && seatOf(actor, table)?.decidingAuthority === true;
  if (institution || proposedBy === actor.member) return null;
  return refusal('not_your_role', '2.5 Proposes', { act: 'mode_change.withdrawn', needed: ['sponsor'] });
}
