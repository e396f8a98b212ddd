import { type AutoAdministrationProcedure, type CallIn } from '../auto-administration-procedure.js';
import { recusedRefusal } from '../ballots/leave-ballot.js';
import { accepted, acceptedChange, refused, type Rule } from '../mode-procedure.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { callInGrounds, type CallInGround } from '../rulebook.js';
import { enter } from './stages.js';
import { takeEffect } from './standstill.js';

const rule = '2.2 Objection';

const isGround = (said: string): said is CallInGround => (callInGrounds as readonly string[]).includes(said);

/** The call-in that is open, or `null`. */
export const openCallIn = ({ callIns, stage }: AutoAdministrationProcedure): CallIn | null =>
  stage === 'called_in' ? (callIns.at(-1) ?? null) : null;

/**
 * The institution calls the decision in before the standstill ends, on one of the four grounds and with a written reason: never on its
 * merit. On a ground on which the guarantor has ruled already the same version is not called in again.
 */
export const callIn: Rule<AutoAdministrationProcedure, 'decision.called_in'> = {
  apply: (procedure, { by, ground, reason }, now) => {
    if (!isGround(ground)) {
      return refused(refusal('ground_not_admitted', rule, { ground, grounds: callInGrounds }));
    }
    const version = procedure.adoption?.version ?? 0;
    const why = reasonMissing(reason, '2.1 Written reasons') ?? alreadyRuled(procedure, ground, version);
    if (why) return refused(why);
    const called: CallIn = { version, ground, reason, by: by.member, at: now, answer: null, ruling: null };
    return accepted({ ...enter(procedure, 'called_in', now), callIns: [...procedure.callIns, called] });
  },
};

const alreadyRuled = (
  { callIns }: AutoAdministrationProcedure,
  ground: CallInGround,
  version: number,
): Refusal | null =>
  callIns.some((one) => one.version === version && one.ground === ground)
    ? refusal('already_done', rule, { ground, version })
    : null;

/** The decision with what its holders answered to the latest call-in. */
export const answered = (
  procedure: AutoAdministrationProcedure,
  answer: NonNullable<CallIn['answer']>,
): AutoAdministrationProcedure => withLatest(procedure, { answer });

const withLatest = (procedure: AutoAdministrationProcedure, change: Partial<CallIn>): AutoAdministrationProcedure => ({
  ...procedure,
  callIns: procedure.callIns.map((one, n, all) => (n === all.length - 1 ? { ...one, ...change } : one)),
});

/** The holders insist, and say why: the guarantor is asked. */
export const insist: Rule<AutoAdministrationProcedure, 'decision.insisted'> = {
  guard: (procedure, actor) =>
    recusedRefusal(procedure, actor) ?? (openCallIn(procedure)?.answer ? refusal('already_done', rule) : null),
  apply: (procedure, { by, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    return accepted(answered(procedure, { kind: 'insisted', reason, by: by.member, at: now }));
  },
};

/**
 * The guarantor rules on the stated ground only, with reasons. Upheld, the decision is annulled; otherwise it is effective, or stands still
 * for what is left of its days.
 */
export const ruleOnCallIn: Rule<AutoAdministrationProcedure, 'call_in.ruled'> = {
  guard: (procedure) =>
    openCallIn(procedure)?.answer
      ? null
      : refusal('wrong_stage', rule, { stage: procedure.stage, act: 'call_in.ruled' }),
  apply: (procedure, { by, upheld, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    if (why) return refused(why);
    const ruled = withLatest(procedure, { ruling: { upheld, reason, by: by.member, at: now } });
    if (upheld) return accepted(enter(ruled, 'annulled', now));
    const until = ruled.adoption?.until ?? now;
    return until > now ? accepted(enter(ruled, 'standstill', now, until)) : acceptedChange(takeEffect(ruled, now));
  },
};
