import { type Instant } from '@tavolo/kernel';
import { type InstitutionAnswer, type ModeChange } from '../mode-change.js';
import { reasonMissing } from '../refuse.js';
import { type Actor } from '../seat.js';
import { become, done, not } from './change.js';
import { standStill } from './effect.js';
import { type ModeChangeRule } from './rule.js';

const answered = (
  change: ModeChange,
  outcome: InstitutionAnswer['outcome'],
  text: string,
  { member: by }: Actor,
  at: Instant,
): ModeChange => ({ ...change, answer: { outcome, text, by, at } });

/** The institution consents in writing: seven days later the change takes effect. */
export const consent: ModeChangeRule<'mode_change.consented'> = {
  apply: (change, { by, text }, now) => {
    const why = reasonMissing(text, '2.5 Consent');
    return why ? not(why) : done(standStill(answered(change, 'consented', text, by, now), now));
  },
};

/** The institution does not consent, with reasons: the mode stays as it is. */
export const refuse: ModeChangeRule<'mode_change.refused'> = {
  apply: (change, { by, reason }, now) => {
    const why = reasonMissing(reason, '2.1 Written reasons');
    return why ? not(why) : done(become(answered(change, 'refused', reason, by, now), 'refused', now));
  },
};
