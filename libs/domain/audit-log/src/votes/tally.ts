import { canonicalJson } from '@tavolo/kernel';
import { wrong } from '../audit-log-error.js';
import { type Choice } from './ballot.js';
import { type VoteData } from './vote-data.js';
import { type VoteDefinition } from './vote-definition.js';

/** Counts by option; in a vote with sectors by sector first. */
export type Counts = Readonly<Record<string, number>> | Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a recount finds. `ballots` includes the blank and the invalid ones. */
export interface VoteTally {
  readonly counts: Counts;
  readonly blank: number;
  readonly invalid: number;
  readonly ballots: number;
}

/** Counts choices, each with its sector where the vote has sectors. */
export function tally(
  { options, sectors }: VoteDefinition,
  choices: Iterable<readonly [choice: Choice, sector: string | undefined]>,
): VoteTally {
  const zero = () => Object.fromEntries(options.map((option) => [option, 0]));
  const whole = zero();
  const bySector = Object.fromEntries((sectors ?? []).map((sector) => [sector, zero()]));
  let [blank, invalid, ballots] = [0, 0, 0];
  for (const [choice, sector] of choices) {
    ballots++;
    const counts = sectors ? (bySector[sector ?? ''] ?? whole) : whole;
    if (choice === 'invalid') invalid++;
    else if (choice.option === null) blank++;
    else counts[choice.option] = (counts[choice.option] ?? 0) + 1;
  }
  return { counts: sectors ? bySector : whole, blank, invalid, ballots };
}

/**
 * Compares a published result with the recount.
 * @throws AuditLogError (wrong) naming the number that differs
 */
export function checkResult(data: VoteData, recount: VoteTally): void {
  for (const name of ['ballots', 'blank', 'invalid'] as const) {
    const published = data.count(name);
    if (published !== recount[name]) {
      throw wrong(`the result says ${name} ${published}, the recount finds ${recount[name]}`);
    }
  }
  const published = canonicalJson(data.value('counts'));
  const found = canonicalJson(recount.counts);
  if (published !== found)
    throw wrong(`the result says ${published.slice(0, 200)}, the recount finds ${found.slice(0, 200)}`);
}
