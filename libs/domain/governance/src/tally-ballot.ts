import { type SeatId } from '@tavolo/kernel';
import { type Ballot, type BallotResult, type Count, type Elector } from './ballot.js';
import { decideRule } from './conditions/decide.js';
import { presentIn, tallyOf } from './conditions/tally-of.js';
import { branch, factLeaf, numbersLeaf } from './explain.js';
import { type Explanation } from './explanation.js';
import { quorumOf, type Quorum } from './quorum.js';
import { type Sector } from './seat.js';
import { neededFor } from './share.js';

/** The quorum of a ballot: of those in the meeting, or, outside a meeting, of those who took part. */
export const quorumOfBallot = (ballot: Ballot): Quorum =>
  quorumOf({
    rule: ballot.quorum,
    call: ballot.call,
    parties: ballot.parties,
    electorate: ballot.electorate,
    present: presentIn(ballot),
  });

/**
 * The result of a ballot, a pure function of its copied rules, its electorate and its votes (domain.md 2.1 Bases, 2.2 Threshold): the
 * quorum, the majority on its base, and more yes than no in each party that must concur. A tie rejects. The explanation's root is
 * `result.adopted`, `result.rejected` or `result.no_quorum`, and holds exactly when the text is adopted.
 */
export function tallyBallot(ballot: Ballot): BallotResult {
  const total = countOf(ballot, ballot.electorate);
  const bySector = Object.fromEntries(
    sectorsOf(ballot).map((sector) => [sector, countOf(ballot, electorsOf(ballot, sector))]),
  ) as Partial<Record<Sector, Count>>;
  const quorum = quorumOfBallot(ballot);
  const base = baseOf(ballot, total);
  const majority = majorityOf(ballot, total, base);
  const concurring = ballot.decision.concurrence.map(
    (sector) => [sector, concurrenceOf(ballot, sector, countOf(ballot, electorsOf(ballot, sector)))] as const,
  );
  const concurrence = concurring.length
    ? branch(
        'concurrence',
        'all',
        concurring.map(([, leaf]) => leaf),
        { rule: 'decision.concurrence' },
      )
    : factLeaf('concurrence.none', true, { rule: 'decision.concurrence' });
  const further = ballot.conditions ? decideRule(ballot.conditions, tallyOf(ballot)) : null;
  const quorate = quorum.held && (further?.quorate ?? true);
  const adopted = quorate && majority.held && concurrence.held && (further?.passed ?? true);
  const verdict = quorate ? (adopted ? 'adopted' : 'rejected') : 'no_quorum';
  const dissenting = concurring.find(([, leaf]) => !leaf.held)?.[0];
  const unmet = concurrence.held ? 'condition_not_met' : `sector_not_concurring:${String(dissenting)}`;
  const lost = majority.held ? unmet : 'no_majority';
  return {
    verdict,
    reason: adopted ? null : quorate ? lost : 'no_quorum',
    total,
    recused: ballot.recused.length,
    bySector,
    base,
    quorumOverall: quorum.overall,
    quorumPerSector: quorum.perSector,
    majority: majority.held,
    sectorConcurrence: Object.fromEntries(concurring.map(([sector, leaf]) => [sector, leaf.held])),
    explanation: branch(
      `result.${verdict}`,
      'all',
      [quorum.explanation, majority, concurrence, ...(further ? [further.explanation] : [])],
      { values: { ballot: ballot.key, version: ballot.version, call: ballot.call } },
    ),
  };
}

function baseOf(ballot: Ballot, { yes, no, eligible }: Count): number {
  switch (ballot.decision.base) {
    case 'cast':
      return yes + no;
    case 'present':
      return presentIn(ballot).length;
    case 'eligible':
      return eligible;
  }
}

function majorityOf({ decision }: Ballot, { yes, no, abstain }: Count, base: number): Explanation {
  const { fraction, strict } = decision.threshold;
  // A tie rejects whatever the threshold (domain.md 2.1), so yes must also exceed no.
  const needed = Math.max(neededFor(decision.threshold, base), no + 1);
  const values = { yes, no, abstain, base, on: decision.base, fraction, strict };
  return numbersLeaf('majority', yes, 'atLeast', needed, { rule: 'decision.threshold', values });
}

function concurrenceOf(ballot: Ballot, sector: Sector, { eligible, yes, no, abstain }: Count): Explanation {
  const waived = eligible === 0 && ballot.quorum.emptySector === 'waive';
  if (waived) {
    const values = { sector, eligible, effect: ballot.quorum.emptySector };
    return factLeaf('quorum.emptySector', true, { rule: 'quorum.emptySector', values });
  }
  return numbersLeaf('concurrence.party', yes, 'moreThan', no, {
    rule: 'decision.concurrence',
    values: { sector, eligible, yes, no, abstain },
  });
}

function countOf({ votes }: Ballot, electors: readonly Elector[]): Count {
  const choices = electors.flatMap(({ seat }) => votes[seat]?.choice ?? []);
  const of = (choice: string): number => choices.filter((one) => one === choice).length;
  return {
    eligible: electors.length,
    tookPart: choices.length,
    yes: of('yes'),
    no: of('no'),
    abstain: of('abstain'),
  };
}

const electorsOf = ({ electorate }: Ballot, sector: Sector): readonly Elector[] =>
  electorate.filter((elector) => elector.sector === sector);

const sectorsOf = ({ parties, electorate }: Ballot): readonly Sector[] => [
  ...new Set([...parties, ...electorate.map(({ sector }) => sector)]),
];

/** Seats of the electorate that have not voted yet, in the order of the electorate. */
export const outstanding = ({ electorate, votes }: Ballot): readonly SeatId[] =>
  electorate.filter(({ seat }) => votes[seat] === undefined).map(({ seat }) => seat);
