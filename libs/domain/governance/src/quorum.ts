import { type SeatId } from '@tavolo/kernel';
import { type Elector } from './ballot.js';
import { branch, factLeaf, numbersLeaf } from './explain.js';
import { type Explanation } from './explanation.js';
import { type QuorumRule } from './rulebook.js';
import { type Sector } from './seat.js';
import { neededAtLeast, neededFor } from './share.js';

/** What a quorum is computed from. */
export interface QuorumQuestion {
  readonly rule: QuorumRule;
  readonly call: 1 | 2;
  readonly parties: readonly Sector[];
  /** Eligible = filled voting seats minus recused seats. */
  readonly electorate: readonly Elector[];
  /** Who is present, or has taken part where there is no meeting; seats outside the electorate count for nothing. */
  readonly present: readonly SeatId[];
}

/** `perSector` names the parties for which a minimum, or the rule on empty sectors, was verified. */
export interface Quorum {
  readonly held: boolean;
  readonly overall: boolean;
  readonly perSector: Readonly<Partial<Record<Sector, boolean>>>;
  readonly explanation: Explanation;
}

/**
 * Whether a quorum is there (domain.md 2.1 and 2.2, row Quorum): an overall share of the eligible seats plus a minimum per party, lower
 * on second call, and, where the rulebook asks, a number of organisations. A party of which no seat is eligible blocks or is waived, as the rulebook says. Exact; the order of seats is nothing.
 */
export function quorumOf(question: QuorumQuestion): Quorum {
  const { rule, call, parties, electorate } = question;
  const present = new Set<SeatId>(question.present);
  const there = electorate.filter(({ seat }) => present.has(seat));
  const second = call === 2 ? rule.secondCall : undefined;
  const place = second ? 'quorum.secondCall.overall' : 'quorum.overall';
  const share = second?.overall ?? rule.overall;
  const overall = numbersLeaf('quorum.overall', there.length, 'atLeast', neededFor(share, electorate.length), {
    rule: place,
    values: { eligible: electorate.length, fraction: share.fraction, strict: share.strict, call },
  });
  const bySector = parties.flatMap((sector) => {
    const leaf = ofParty(question, second, sector, there);
    return leaf ? [[sector, leaf] as const] : [];
  });
  const organisations = ofOrganisations(rule, there);
  const explanation = branch('quorum', 'all', [overall, ...organisations, ...bySector.map(([, leaf]) => leaf)], {
    rule: 'quorum',
    values: { call },
  });
  const perSector = Object.fromEntries(bySector.map(([sector, leaf]) => [sector, leaf.held]));
  return { held: explanation.held, overall: overall.held, perSector, explanation };
}

function ofOrganisations({ minOrganisations: min }: QuorumRule, there: readonly Elector[]): readonly Explanation[] {
  if (min === undefined) return [];
  const from = new Set(there.map(({ seat, organisation }) => organisation ?? seat)).size;
  return [numbersLeaf('quorum.organisations', from, 'atLeast', min, { rule: 'quorum.minOrganisations' })];
}

function ofParty(
  { rule, electorate }: QuorumQuestion,
  second: QuorumRule['secondCall'],
  sector: Sector,
  there: readonly Elector[],
): Explanation | null {
  const eligible = electorate.filter((elector) => elector.sector === sector).length;
  if (eligible === 0) {
    const values = { sector, eligible, effect: rule.emptySector };
    return factLeaf('quorum.emptySector', rule.emptySector === 'waive', { rule: 'quorum.emptySector', values });
  }
  const have = there.filter((elector) => elector.sector === sector).length;
  if (second) {
    return numbersLeaf('quorum.sector', have, 'atLeast', second.perSectorMin, {
      rule: 'quorum.secondCall.perSectorMin',
      values: { sector, eligible, min: second.perSectorMin },
    });
  }
  if (!rule.perSector) return null;
  const { fraction, min } = rule.perSector;
  return numbersLeaf('quorum.sector', have, 'atLeast', neededAtLeast(fraction, eligible, min), {
    rule: 'quorum.perSector',
    values: { sector, eligible, fraction, min },
  });
}
