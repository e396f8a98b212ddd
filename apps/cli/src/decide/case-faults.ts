import {
  charterAnswers,
  choices,
  positions,
  type CaseRules,
  type CaseSeat,
  type DecisionCase,
  type Rulebook,
} from '@tavolo/governance';
import { plusDays, type LocalDate } from '@tavolo/kernel';
import { type CaseFile } from './case.schema.js';

/** What is wrong with a case, said by `decideMessages` under `fault.<code>`. */
export interface CaseFault {
  readonly code:
    | 'not_adopted_yet'
    | 'no_second_call'
    | 'second_call_early'
    | 'seat_twice'
    | 'seat_unknown'
    | 'present_vacant'
    | 'vote_vacant'
    | 'vote_recused'
    | 'vote_voice'
    | 'vote_absent'
    | 'vote_other_mode';
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

const fault = (code: CaseFault['code'], values: CaseFault['values'] = {}): CaseFault => ({ code, values });

/** Everything in a case that contradicts itself or its rules, in the order of the file. */
export function faultsOf(file: CaseFile, rules: CaseRules, given: DecisionCase): readonly CaseFault[] {
  return [...timeFaults(file, rules), ...seatFaults(given), ...presenceFaults(given), ...voteFaults(rules, given)];
}

const rulebookIn = (rules: CaseRules): Rulebook | null => ('mode' in rules ? rules : null);

function timeFaults({ date, call, firstCallOn }: CaseFile, rules: CaseRules): readonly CaseFault[] {
  const rulebook = rulebookIn(rules);
  const early =
    rulebook && date < rulebook.adoptedOn ? [fault('not_adopted_yet', { date, adoptedOn: rulebook.adoptedOn })] : [];
  if (call === 1) return early;
  const secondCall = rulebook?.mode === 'planning' ? rulebook.quorum.secondCall : undefined;
  if (!secondCall) return [...early, fault('no_second_call')];
  const from = firstCallOn === undefined ? date : plusDays(firstCallOn as LocalDate, secondCall.afterDays);
  return date < from ? [...early, fault('second_call_early', { from, date })] : early;
}

const seatFaults = ({ seats }: DecisionCase): readonly CaseFault[] =>
  seats
    .filter(({ seat }, index) => seats.findIndex((one) => one.seat === seat) < index)
    .map(({ seat }) => fault('seat_twice', { seat }));

const seatNamed = ({ seats }: DecisionCase, seat: string): CaseSeat | undefined =>
  seats.find((one) => one.seat === seat);

const presenceFaults = (given: DecisionCase): readonly CaseFault[] =>
  (given.presence ?? []).flatMap((seat) => {
    const known = seatNamed(given, seat);
    if (!known) return [fault('seat_unknown', { place: 'presence', seat })];
    return known.vacant ? [fault('present_vacant', { seat })] : [];
  });

/** What seats can say under the rules. */
function sayable(rules: CaseRules): readonly string[] {
  const mode = rulebookIn(rules)?.mode;
  if (mode === 'consultation') return positions;
  return mode === 'auto_regulation' ? charterAnswers : choices;
}

function voteFaults(rules: CaseRules, given: DecisionCase): readonly CaseFault[] {
  const names = sayable(rules);
  const voting = names === choices;
  const present = new Set<string>(given.presence ?? []);
  const said = Object.entries(given.votes).flatMap(([seat, vote]) => {
    const known = seatNamed(given, seat);
    if (!known) return [fault('seat_unknown', { place: 'votes', seat })];
    if (!names.includes(vote)) return [fault('vote_other_mode', { seat, said: vote, names })];
    if (known.vacant) return [fault('vote_vacant', { seat })];
    if (!voting) return [];
    if (known.recused) return [fault('vote_recused', { seat })];
    if (known.right === 'voice') return [fault('vote_voice', { seat })];
    return given.presence !== null && !present.has(seat) ? [fault('vote_absent', { seat })] : [];
  });
  const answered = Object.keys(given.replies)
    .filter((seat) => given.votes[seat] === undefined)
    .map((seat) => fault('seat_unknown', { place: 'replies', seat }));
  return [...said, ...answered];
}
