import { type Instant, type SeatId } from '@tavolo/kernel';
import { accepted, refused, type ActOf } from './mode-procedure.js';
import { type Outcome, type Procedure } from './procedure.js';
import { reasonMissing, refusal } from './refuse.js';

/** What a seat that did not agree has attached to a decision, in its own words. */
export interface Dissent {
  readonly seat: SeatId;
  readonly text: string;
  readonly at: Instant;
}

/** A dissent may always be attached to a decision, in every mode (domain.md 2.1, Written reasons). */
export const attachDissent = {
  apply: <P extends Procedure>(procedure: P, { by, text }: ActOf<'dissent.attached'>, now: Instant): Outcome<P> => {
    const why = reasonMissing(text, '2.1 Written reasons');
    if (why) return refused(why);
    const { seat } = by;
    if (seat === null) return refused(refusal('not_your_role', '2.1 Written reasons', { needed: ['seat'] }));
    const dissents: readonly Dissent[] = [...procedure.dissents, { seat, text, at: now }];
    return accepted({ ...procedure, dissents });
  },
};
