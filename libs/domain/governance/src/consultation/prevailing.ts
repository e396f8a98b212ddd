import { branch, numbersLeaf, numbersWithParts } from '../explain.js';
import { type Explanation } from '../explanation.js';
import {
  type Assessment,
  type ConsultationProcedure,
  type Leaning,
  type LeaningCount,
  type Prevailing,
} from '../consultation-procedure.js';
import { sectors, type Sector } from '../seat.js';
import { neededAtLeast } from '../share.js';

/** The counts from which the prevailing opinion is computed. */
type Counted = Pick<ConsultationProcedure, 'entitled' | 'assessments'>;

/**
 * The prevailing opinion: supportive = favourable + conditional; the larger of supportive and contrary, overall and per sector; equal is
 * split (domain.md 2.3, Consultation). A pure function of who was entitled and what was given.
 */
export function prevailingOf({ entitled, assessments }: Counted): Prevailing {
  const overall = leaningOf(assessments);
  const bySector = sectors.flatMap((sector) => {
    const counted = leaningOf(assessments.filter((one) => one.sector === sector));
    return counted.supportive + counted.contrary > 0 ? [[sector, counted] as const] : [];
  });
  const silent = entitled.filter(({ seat }) => !assessments.some((one) => one.seat === seat)).map(({ seat }) => seat);
  const parts = bySector.map(([sector, counted]) => leaningLeaf('prevailing.sector', counted, { sector }));
  const counts = { entitled: entitled.length, assessments: assessments.length };
  return {
    ...overall,
    ...counts,
    silent,
    bySector: Object.fromEntries(bySector),
    explanation: numbersWithParts(leaningLeaf('prevailing', overall, counts), parts),
  };
}

function leaningLeaf(
  key: 'prevailing' | 'prevailing.sector',
  { supportive, contrary, leaning }: LeaningCount,
  values: Explanation['values'],
): Explanation {
  const all = { ...values, supportive, contrary, leaning };
  return numbersLeaf(key, supportive, 'moreThan', contrary, { values: all });
}

function leaningOf(assessments: readonly Assessment[]): LeaningCount {
  const of = (...wanted: readonly Assessment['position'][]): number =>
    assessments.filter(({ position }) => wanted.includes(position)).length;
  const supportive = of('favourable', 'conditional');
  const contrary = of('contrary');
  const leaning: Leaning = supportive > contrary ? 'supportive' : contrary > supportive ? 'contrary' : 'split';
  return { supportive, contrary, leaning };
}

/** Sectors that have entitled seats of which none has given an assessment yet, in the order of `sectors`. */
export const silentSectors = ({ entitled, assessments }: Counted): readonly Sector[] =>
  sectors.filter(
    (sector) => entitled.some((one) => one.sector === sector) && !assessments.some((one) => one.sector === sector),
  );

/** How many assessments the rulebook asks for, so that the window is not extended. */
export const neededSeats = ({ entitled, rulebook }: Pick<ConsultationProcedure, 'entitled' | 'rulebook'>): number =>
  neededAtLeast(rulebook.extension.belowSeats, entitled.length);

/**
 * Whether enough have spoken: the rulebook's share of the entitled seats, and every sector that has entitled seats (domain.md 2.2, Quorum).
 * Otherwise the window is extended, and then closes as thin.
 */
export function answeredEnough(procedure: Counted & Pick<ConsultationProcedure, 'rulebook'>): Explanation {
  const { entitled, assessments, rulebook } = procedure;
  const { belowSeats, ifSectorSilent } = rulebook.extension;
  const needed = neededSeats(procedure);
  const seats = numbersLeaf('consultation.fewSeats', assessments.length, 'atLeast', needed, {
    rule: 'extension.belowSeats',
    values: { entitled: entitled.length, fraction: belowSeats },
  });
  const seated = sectors.filter((sector) => entitled.some((one) => one.sector === sector));
  const spoken = seated.map((sector) =>
    numbersLeaf('consultation.silentSector', assessments.filter((one) => one.sector === sector).length, 'atLeast', 1, {
      rule: 'extension.ifSectorSilent',
      values: { sector, entitled: entitled.filter((one) => one.sector === sector).length },
    }),
  );
  return branch('consultation.answered', 'all', ifSectorSilent ? [seats, ...spoken] : [seats], {
    rule: 'extension',
    values: {
      entitled: entitled.length,
      assessments: assessments.length,
      needed,
      silentSectors: ifSectorSilent ? silentSectors(procedure) : [],
    },
  });
}
