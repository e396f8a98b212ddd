import { type Instant } from '@tavolo/kernel';
import { type Mandate } from '../mandate.js';
import { become } from './mandate-change.js';

/** The mandate is over: nothing is decided under it any more, and what is effective stays valid. */
export const ended = (mandate: Mandate, how: 'expired' | 'revoked', reason: string | null, at: Instant): Mandate => ({
  ...become(mandate, how, at),
  reportDueOn: null,
  suspensions: mandate.suspensions.map((one) => (one.until === null ? { ...one, until: at } : one)),
  ended: { how, reason, at },
});
