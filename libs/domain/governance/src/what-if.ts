import { instant, seatId, type SeatId } from '@tavolo/kernel';
import { type BallotResult, type Choice, type Elector } from './ballot.js';
import { type PlanningRulebook } from './rulebook.js';
import { type Sector } from './seat.js';
import { tallyBallot } from './tally-ballot.js';

/** How a sector is supposed to come and vote: whole numbers of seats, `yes + no <= present <= eligible`. Who is present without either abstains. */
export interface SupposedSector {
  readonly sector: Sector;
  readonly eligible: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
}

/**
 * What would come out under a rulebook if the sectors came and voted so: counted by the same code as a ballot, with its explanation. The
 * result's seats are nobody's.
 *
 * @throws RangeError where the numbers of a sector contradict each other.
 */
export function whatIf(rulebook: PlanningRulebook, supposed: readonly SupposedSector[], call: 1 | 2 = 1): BallotResult {
  const sectors = supposed.map(seatsOf);
  return tallyBallot({
    key: '',
    call,
    version: 0,
    textHash: '',
    rulebook: { key: rulebook.key, version: rulebook.version },
    quorum: rulebook.quorum,
    decision: rulebook.decision,
    ...(rulebook.conditions ? { conditions: rulebook.conditions } : {}),
    parties: rulebook.parties,
    electorate: sectors.flatMap(({ electors }) => electors),
    recused: [],
    openedAt: never,
    closesAt: null,
    presence: sectors.flatMap(({ present }) => present),
    votes: Object.fromEntries(
      sectors.flatMap(({ choices }) => choices.map(([seat, choice]) => [seat, { choice, at: never }])),
    ),
    state: 'open',
    closedAt: null,
    result: null,
  });
}

/** No result depends on when something was supposed to happen. */
const never = instant(0);

interface SupposedSeats {
  readonly electors: readonly Elector[];
  readonly present: readonly SeatId[];
  readonly choices: readonly (readonly [SeatId, Choice])[];
}

function seatsOf({ sector, eligible, present, yes, no }: SupposedSector): SupposedSeats {
  const counts = [eligible, present, yes, no];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0) || present > eligible || yes + no > present) {
    throw new RangeError(`${sector}: ${yes} yes and ${no} no of ${present} present of ${eligible} seats`);
  }
  const electors = Array.from({ length: eligible }, (_, index) => ({ sector, seat: seatId(`${sector}-${index}`) }));
  const here = electors.slice(0, present).map(({ seat }) => seat);
  const choiceOf = (index: number): Choice => (index < yes ? 'yes' : index < yes + no ? 'no' : 'abstain');
  return { electors, present: here, choices: here.map((seat, index) => [seat, choiceOf(index)] as const) };
}
