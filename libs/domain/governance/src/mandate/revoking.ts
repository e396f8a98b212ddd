import { deadline, type Instant } from '@tavolo/kernel';
import { branch, factLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type Mandate, type Revocation } from '../mandate.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { done, not } from './mandate-change.js';
import { type MandateRule } from './mandate-rule.js';
import { ended } from './mandate-end.js';
import { groundRefused } from './suspending.js';

const rule = 'mandate.revocation';

const notAnnounced = ({ revocation }: Mandate): Refusal | null =>
  revocation ? null : refusal('wrong_stage', rule, { stage: 'active', act: 'mandate.revoked' });

/** The institution announces that it will revoke the mandate, on one of its grounds and with written reasons: the days of notice run. */
export const announceRevocation: MandateRule<'mandate.revocation_announced'> = {
  guard: ({ revocation }) => (revocation ? refusal('already_done', rule, { ground: revocation.ground }) : null),
  apply: (mandate, { by, ground, reason }, now) => {
    const why = groundRefused(mandate, ground) ?? reasonMissing(reason, '2.1 Written reasons');
    if (why) return not(why);
    const { zone, holidays, revocation } = mandate.terms;
    const possibleFrom = deadline({ from: now, days: revocation.noticeDays, zone, holidays });
    const announced: Revocation = { ground, reason, by: by.member, announcedAt: now, possibleFrom, hearing: null };
    return done({ ...mandate, revocation: announced });
  },
};

/** The table has been heard; what it said is kept. */
export const hear: MandateRule<'mandate.heard'> = {
  guard: (mandate) => notAnnounced(mandate) ?? (mandate.revocation?.hearing ? refusal('already_done', rule) : null),
  apply: (mandate, { by, text }, now) => {
    const why = reasonMissing(text, rule);
    if (why || !mandate.revocation) return not(why ?? refusal('already_done', rule));
    const hearing = { text, by: by.member, at: now };
    return done({ ...mandate, revocation: { ...mandate.revocation, hearing } });
  },
};

/** The institution does not revoke after all. */
export const withdrawRevocation: MandateRule<'mandate.revocation_withdrawn'> = {
  guard: notAnnounced,
  apply: (mandate, { reason }) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    return why ? not(why) : done({ ...mandate, revocation: null });
  },
};

/** What revoking needs: that the notice is over, and that the table was heard. */
export function explainRevocation({ ground, possibleFrom, hearing }: Revocation, now: Instant): Explanation {
  return branch(
    'mandate.revocation',
    'all',
    [
      factLeaf('mandate.notice', now >= possibleFrom, { rule, values: { from: possibleFrom } }),
      factLeaf('mandate.hearing', hearing !== null, { rule }),
    ],
    { rule, values: { ground } },
  );
}

/** The institution revokes: after the notice, having heard the table, with written reasons. Effective decisions stay valid. */
export const revoke: MandateRule<'mandate.revoked'> = {
  guard: (mandate, now) => {
    const { revocation } = mandate;
    if (!revocation) return notAnnounced(mandate);
    const explanation = explainRevocation(revocation, now);
    if (!revocation.hearing) return refusal('hearing_missing', rule, {}, explanation);
    return explanation.held ? null : refusal('too_early', rule, { from: revocation.possibleFrom }, explanation);
  },
  apply: (mandate, { reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    return why ? not(why) : done(ended(mandate, 'revoked', reason, now));
  },
};
