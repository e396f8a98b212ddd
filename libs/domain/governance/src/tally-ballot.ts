import { type SeatId } from '@tavolo/kernel';
import { type Ballot, type BallotResult, type Count, type Elector } from './ballot.js';
import { branch, factLeaf, numbersLeaf } from './explain.js';
import { type Explanation } from './explanation.js';
import { quorumOf, type Quorum } from './quorum.js';
import { type Sector } from './seat.js';
import { neededFor } from './share.js';

/** The seats that took part: those of the electorate with a vote, abstentions included. */
const tookPart = ({ electorate, votes }: Pick<Ballot, 'electorate' | 'votes'>): readonly SeatId[] =>
  electorate.filter(({ seat }) => votes[seat] !== undefined).map(({ seat }) => seat);

/** The quorum of a ballot: of those in the meeting, or, outside a meeting, of those who took part. */
export const quorumOfBallot = (ballot: Ballot): Quorum =>
  quorumOf({
    rule: ballot.quorum,
    call: ballot.call,
    parties: ballot.parties,
    electorate: ballot.electorate,
    present: ballot.presence ?? tookPart(ballot),
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
  const base = ballot.decision.base === 'cast' ? total.yes + total.no : total.eligible;
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
  const adopted = quorum.held && majority.held && concurrence.held;
  const verdict = quorum.held ? (adopted ? 'adopted' : 'rejected') : 'no_quorum';
  const dissenting = concurring.find(([, leaf]) => !leaf.held)?.[0];
  const lost = majority.held ? `sector_not_concurring:${String(dissenting)}` : 'no_majority';
  return {
    verdict,
    reason: adopted ? null : quorum.held ? lost : 'no_quorum',
    total,
    recused: ballot.recused.length,
    bySector,
    base,
    quorumOverall: quorum.overall,
    quorumPerSector: quorum.perSector,
    majority: majority.held,
    sectorConcurrence: Object.fromEntries(concurring.map(([sector, leaf]) => [sector, leaf.held])),
    explanation: branch(`result.${verdict}`, 'all', [quorum.explanation, majority, concurrence], {
      values: { ballot: ballot.key, version: ballot.version, call: ballot.call },
    }),
  };
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
