import { leastMoreThan, fraction } from '@tavolo/kernel';
import { branch, factLeaf, numbersLeaf } from '../explain.js';
import { type Explanation } from '../explanation.js';
import { type ConsultationProcedure, type InstitutionalDecision } from '../consultation-procedure.js';
import { sectors, type Sector } from '../seat.js';
import { prevailingOf } from './prevailing.js';
import { replyTo } from './replying.js';

/** What a consultation has heard and answered. */
type Answered = Pick<ConsultationProcedure, 'entitled' | 'assessments' | 'prevailing' | 'replies'>;

/**
 * Whether a decision would depart from what was said, on which of three grounds (domain.md 2.3, Deviation): it adopts against a contrary
 * majority, does not adopt against a supportive one, or does not accept conditions raised by more than half the seats of a sector. The
 * third ground counts a sector's conditional assessments whose reply is `not_accepted`, so that separate replies cannot hide it.
 */
export function deviationOf(procedure: Answered, outcome: InstitutionalDecision): Explanation {
  const { leaning, supportive, contrary } = procedure.prevailing ?? prevailingOf(procedure);
  const adopts = outcome !== 'not_adopted';
  const values = { outcome, leaning, supportive, contrary };
  const seated = sectors.filter((sector) => procedure.entitled.some((one) => one.sector === sector));
  return branch(
    'deviation',
    'any',
    [
      factLeaf('deviation.againstContrary', adopts && leaning === 'contrary', { values }),
      factLeaf('deviation.againstSupportive', !adopts && leaning === 'supportive', { values }),
      ...seated.map((sector) => rejectedCondition(procedure, sector)),
    ],
    { values: { outcome } },
  );
}

function rejectedCondition(procedure: Answered, sector: Sector): Explanation {
  const seats = procedure.entitled.filter((one) => one.sector === sector).length;
  const rejected = procedure.assessments.filter(
    (one) =>
      one.sector === sector && one.position === 'conditional' && replyTo(procedure, one)?.outcome === 'not_accepted',
  ).length;
  const needed = leastMoreThan(fraction(1, 2), seats);
  return numbersLeaf('deviation.rejectedCondition', rejected, 'atLeast', needed, {
    values: { sector, entitled: seats, fraction: '1/2', strict: true },
  });
}
