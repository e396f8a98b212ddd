import { rulebookSentences, type RulebookSentence } from './rulebook-sentences.js';
import { type Ballot, type BallotResult } from './ballot.js';
import { type PlanningRulebook, type Rulebook } from './rulebook.js';
import { tallyBallot } from './tally-ballot.js';

/** One row of a comparison: what each of two rulebooks says of the same thing; `null` where one says nothing of it. */
export interface ComparedSentence {
  readonly left: RulebookSentence | null;
  readonly right: RulebookSentence | null;
  readonly same: boolean;
}

/** Two rulebooks sentence by sentence, in the order of the left one; what only the right one says stands after what it follows there. */
export function compareRulebooks(left: Rulebook, right: Rulebook): readonly ComparedSentence[] {
  const [ours, theirs] = [named(left), named(right)];
  const rows: { readonly name: string; readonly row: ComparedSentence }[] = [...ours].map(([name, sentence]) => {
    const other = theirs.get(name) ?? null;
    return { name, row: { left: sentence, right: other, same: JSON.stringify(sentence) === JSON.stringify(other) } };
  });
  let place = 0;
  for (const [name, sentence] of theirs) {
    const known = rows.findIndex((one) => one.name === name);
    if (known >= 0) place = known + 1;
    else {
      rows.splice(place, 0, { name, row: { left: null, right: sentence, same: false } });
      place += 1;
    }
  }
  return rows.map(({ row }) => row);
}

/** Sentences by what they are about; of several about the same, such as shares of sectors, each by its place among them. */
function named(rulebook: Rulebook): ReadonlyMap<string, RulebookSentence> {
  const seen = new Map<string, number>();
  return new Map(
    rulebookSentences(rulebook).map((sentence) => {
      const about = subjectOf(sentence.key);
      const count = (seen.get(about) ?? 0) + 1;
      seen.set(about, count);
      return [`${about}#${count}`, sentence] as const;
    }),
  );
}

/** Sentences that take each other's place are about the same. */
const subjects: Readonly<Partial<Record<RulebookSentence['key'], string>>> = {
  'decision.noConcurrence': 'decision.concurrence',
  'quorum.none': 'quorum.overall',
  'quorum.emptySector.block': 'quorum.emptySector',
  'quorum.emptySector.waive': 'quorum.emptySector',
  'quorum.secondCallAsOne': 'quorum.secondCall',
  'market.vote': 'market',
  'market.voice': 'market',
  noHold: 'hold',
  noOrgan: 'organ',
  noReservations: 'reservations',
  noCharterReview: 'charterReview',
};
const subjectOf = (key: RulebookSentence['key']): string => subjects[key] ?? (key.startsWith('mode.') ? 'mode' : key);

/** What a ballot would have come to under other rules, with the seats, the presence and the votes that it had. The ballot is not changed. */
export function recountUnder(
  ballot: Ballot,
  { quorum, decision, parties, conditions }: PlanningRulebook,
): BallotResult {
  const further = conditions ?? { name: ballot.key, conditions: [] };
  return tallyBallot({ ...ballot, quorum, decision, parties, conditions: further });
}
