import { localDateOf, type Instant, type MemberId } from '@tavolo/kernel';
import { accepted, refused, type Rule } from '../mode-procedure.js';
import {
  givenMandate,
  mandateStanding,
  proposedMandate,
  speaksUnder,
  type NegotiatingMandate,
  type Support,
} from '../negotiating-mandate.js';
import { type PlanningProcedure } from '../planning-procedure.js';
import { type Consequence } from '../procedure.js';
import { reasonMissing, refusal, wrongStage } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { electorateOf, isElector } from '../seats-of.js';
import { type Actor, type Composition } from '../seat.js';
import { enoughSupport } from './support.js';

const rule = '1 Negotiating mandate';

/** Where a mandate may be given at all: in the rooms of benches and coalitions, whose rulebook says so. */
const notForeseen = (
  { rulebook, stage }: PlanningProcedure,
  act: 'negotiating_mandate.proposed' | 'negotiating_mandate.supported' | 'negotiating_mandate.end_supported',
): Refusal | null => (rulebook.negotiatingMandate ? null : wrongStage(stage, act, 'negotiatingMandate'));

const withMandate = (procedure: PlanningProcedure, mandate: NegotiatingMandate): PlanningProcedure => ({
  ...procedure,
  mandates: (procedure.mandates ?? []).map((one) => (one.n === mandate.n ? mandate : one)),
});

/** A seat puts forward who speaks for the bench, what she may and may not promise, and until when. It counts as that seat's support. */
export const proposeMandate: Rule<PlanningProcedure, 'negotiating_mandate.proposed'> = {
  guard: (procedure) => notForeseen(procedure, 'negotiating_mandate.proposed'),
  apply: (procedure, { by, table, spokesperson, deputy, may, mayNot, until }, now) => {
    const why =
      reasonMissing(may, rule) ??
      reasonMissing(mayNot, rule) ??
      notOfTheBench(table, spokesperson) ??
      (deputy === null ? null : notOfTheBench(table, deputy)) ??
      (deputy === spokesperson ? refusal('second_person_required', rule, { missing: ['deputy'] }) : null);
    if (why) return refused(why);
    const today = localDateOf(now, procedure.rulebook.zone);
    if (until < today) return refused(refusal('mandate_not_valid', rule, { state: 'expired', until }));
    const open = proposedMandate(procedure.mandates);
    const mandate: NegotiatingMandate = {
      n: (procedure.mandates?.length ?? 0) + 1,
      spokesperson,
      deputy,
      may,
      mayNot,
      until,
      proposedBy: by.member,
      proposedAt: now,
      supporters: [],
      givenAt: null,
      endSupporters: [],
      endReason: null,
      ended: null,
    };
    const before = (procedure.mandates ?? []).map((one) =>
      one.n === open?.n ? { ...one, ended: { at: now, why: 'replaced' as const } } : one,
    );
    return support({ ...procedure, mandates: [...before, mandate] }, mandate, by, table, now);
  },
};

/** Another seat supports what was put forward; with more than half of the filled voting seats the bench has given the mandate. */
export const supportMandate: Rule<PlanningProcedure, 'negotiating_mandate.supported'> = {
  guard: (procedure, actor) => {
    const why = notForeseen(procedure, 'negotiating_mandate.supported');
    if (why) return why;
    const open = proposedMandate(procedure.mandates);
    if (!open) return refusal('mandate_not_valid', rule, { state: 'none' });
    return open.supporters.some(({ seat }) => seat === actor.seat) ? refusal('already_done', rule) : null;
  },
  apply: (procedure, { by, table, mandate: n }, now) => {
    const open = proposedMandate(procedure.mandates);
    if (open?.n !== n) return refused(refusal('mandate_not_valid', rule, { state: 'replaced' }));
    const standing = mandateStanding(open, now, procedure.rulebook.zone);
    if (standing === 'expired') {
      return refused(refusal('mandate_not_valid', rule, { state: standing, until: open.until }));
    }
    return support(procedure, open, by, table, now);
  },
};

/** The bench takes its mandate back with more than half of its voting seats; who speaks under it lays it down alone. */
export const endMandate: Rule<PlanningProcedure, 'negotiating_mandate.end_supported'> = {
  guard: (procedure, actor) => {
    const why = notForeseen(procedure, 'negotiating_mandate.end_supported');
    if (why) return why;
    const given = givenMandate(procedure.mandates);
    if (!given) return refusal('mandate_not_valid', rule, { state: 'none' });
    return given.endSupporters.some(({ seat }) => seat === actor.seat) ? refusal('already_done', rule) : null;
  },
  apply: (procedure, { by, table, mandate: n, reason }, now) => {
    const given = givenMandate(procedure.mandates);
    if (given?.n !== n || by.seat === null) return refused(refusal('mandate_not_valid', rule, { state: 'replaced' }));
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    const endSupporters: readonly Support[] = [...given.endSupporters, { seat: by.seat, by: by.member, at: now }];
    const asked = { ...given, endSupporters, endReason: given.endReason ?? reason };
    const laidDown = given.spokesperson === by.member;
    const enough = enoughSupport(procedure, endSupporters, table);
    if (!laidDown && !enough.held) return accepted(withMandate(procedure, asked));
    const ended = { at: now, why: laidDown ? ('laid_down' as const) : ('bench' as const) };
    const consequence: Consequence = {
      name: 'negotiating_mandate.ended',
      at: now,
      data: { mandate: given.n, why: ended.why },
      ...(laidDown ? {} : { explanation: enough }),
    };
    return accepted(withMandate(procedure, { ...asked, ended }), [consequence]);
  },
};

/**
 * Why somebody may not hand the adopted text to a table in the name of the bench: she needs a mandate that the bench gave her and that holds
 * today. `null` when she may.
 */
export function submissionRefused(procedure: PlanningProcedure, actor: Actor, now: Instant): Refusal | null {
  const { rulebook, mandates } = procedure;
  if (!rulebook.negotiatingMandate) {
    return wrongStage(procedure.stage, 'joint_proposal.submitted', 'negotiatingMandate');
  }
  const given = givenMandate(mandates);
  if (!given) return refusal('mandate_not_valid', rule, { state: 'none' });
  if (!speaksUnder(given, actor.member)) return refusal('mandate_not_valid', rule, { state: 'other_person' });
  const state = mandateStanding(given, now, rulebook.zone);
  return state === 'valid' ? null : refusal('mandate_not_valid', rule, { state, until: given.until });
}

/** The spokesperson hands the adopted text to a table, once to each. */
export const submitJointly: Rule<PlanningProcedure, 'joint_proposal.submitted'> = {
  guard: (procedure, actor, _table, now) => submissionRefused(procedure, actor, now),
  apply: (procedure, { by, receiver, proposal }, now) => {
    const version = procedure.adoption?.version ?? 0;
    const mandate = givenMandate(procedure.mandates)?.n ?? 0;
    const before = procedure.submissions ?? [];
    if (before.some(({ table }) => table === receiver)) return refused(refusal('already_done', rule));
    return accepted({
      ...procedure,
      submissions: [...before, { table: receiver, proposal, version, mandate, by: by.member, at: now }],
    });
  },
};

function support(
  procedure: PlanningProcedure,
  open: NegotiatingMandate,
  by: Actor,
  table: Composition,
  now: Instant,
): ReturnType<typeof accepted<PlanningProcedure>> {
  const own: readonly Support[] = by.seat === null ? [] : [{ seat: by.seat, by: by.member, at: now }];
  const mandate: NegotiatingMandate = { ...open, supporters: [...open.supporters, ...own] };
  const enough = enoughSupport(procedure, mandate.supporters, table);
  if (!enough.held) return accepted(withMandate(procedure, mandate));
  const earlier = givenMandate(procedure.mandates);
  const replaced: PlanningProcedure = earlier
    ? withMandate(procedure, { ...earlier, ended: { at: now, why: 'replaced' } })
    : procedure;
  return accepted(withMandate(replaced, { ...mandate, givenAt: now }), [
    {
      name: 'negotiating_mandate.given',
      at: now,
      data: {
        mandate: mandate.n,
        spokesperson: mandate.spokesperson,
        deputy: mandate.deputy,
        until: mandate.until,
        replaces: earlier?.n ?? null,
      },
      explanation: enough,
    },
  ]);
}

/** Who speaks for a bench sits in it, with a vote, as holder or deputy. */
function notOfTheBench(table: Composition, member: MemberId): Refusal | null {
  const { electorate } = electorateOf(table, []);
  const seat = table.seats.find(({ holder, deputy }) => holder === member || deputy === member);
  return seat && isElector(seat.id, electorate) ? null : refusal('not_your_role', rule, { needed: ['votingSeat'] });
}
