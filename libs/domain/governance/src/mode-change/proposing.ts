import { plusDays, localDateOf, startOfDay, type Instant } from '@tavolo/kernel';
import { numbersLeaf } from '../explain.js';
import { modeChangeDays, type ModeChange, type ModeChangeProposer } from '../mode-change.js';
import { isOffered } from '../registry.js';
import { reasonMissing, refusal } from '../refuse.js';
import { type Refusal } from '../refusal.js';
import { type Rulebook } from '../rulebook.js';
import { type Actor, type Composition } from '../seat.js';
import { seatOf } from '../seats-of.js';
import { giveNotice, withSupporter } from './bench.js';
import { done, not, type ModeChangeOutcome } from './change.js';

/** What begins a change of mode, beside who proposes it and the moment. */
export interface ModeChangeBeginning {
  readonly key: string;
  /** The rules in force; those that an emergency act has set aside for a while, where one lasts. */
  readonly from: Rulebook;
  readonly rulebook: Rulebook;
  readonly textHash: string;
  readonly as: ModeChangeProposer;
  readonly reason: string;
  /** Key of another change of this table that is under way, or `null`. */
  readonly pending: string | null;
}

/** What begins an emergency act. */
export interface EmergencyBeginning extends Omit<ModeChangeBeginning, 'as'> {
  /** For how many days, from 1 to 60. */
  readonly days: number;
  /** When the latest emergency act of this table ended; `null` where there was none. */
  readonly latestEnd: Instant | null;
}

/** The institution, or a seat for its bench, proposes another mode with its rules and reasons (domain.md 2.5). */
export function proposeModeChange(
  beginning: ModeChangeBeginning,
  by: Actor,
  table: Composition,
  now: Instant,
): ModeChangeOutcome {
  const { as } = beginning;
  const why = notProposer(as, by, table) ?? beginningRefused(beginning);
  if (why) return not(why);
  const change = begun(beginning, 'change', as, by, now);
  const begin = as === 'institution' ? giveNotice(change, now) : withSupporter(change, by, table, now);
  return done(begin.change, begin.consequences);
}

/**
 * The institution alone puts the table back to consultation for a while, with reasons: at once, or when no ballot is open any more. It
 * ends by itself after at most 60 days. So that one does not follow on another, the next may be declared 60 days after the end of the last.
 */
export function declareEmergency(
  beginning: EmergencyBeginning,
  by: Actor,
  table: Composition,
  now: Instant,
): ModeChangeOutcome {
  const why = emergencyRefused(beginning, by, table, now) ?? beginningRefused(beginning);
  if (why) return not(why);
  const { days, from } = beginning;
  const endsAt = startOfDay(plusDays(localDateOf(now, from.zone), days), from.zone);
  const change: ModeChange = { ...begun(beginning, 'emergency', 'institution', by, now), state: 'standstill' };
  return done({ ...change, effectiveFrom: now, endsAt });
}

/** Who may propose as whom: whoever sits for the institution, or a voting seat for the bench of its sector. */
function notProposer(as: ModeChangeProposer, by: Actor, table: Composition): Refusal | null {
  const seat = seatOf(by, table);
  if (as === 'institution') return seat?.decidingAuthority ? null : needed('mode_change.proposed', 'decidingAuthority');
  if (seat?.sector === as && seat.right === 'vote') return null;
  return seat?.sector === as ? refusal('no_vote', '2.1 Seat', { seat: seat.id }) : needed('mode_change.proposed', as);
}

const needed = (act: string, whom: string): Refusal =>
  refusal('not_your_role', '2.5 Proposes', { act, needed: [whom] });

function beginningRefused({ from, rulebook, reason, pending }: Omit<ModeChangeBeginning, 'as'>): Refusal | null {
  if (pending !== null) return refusal('change_under_way', '2.5 Proposes', { modeChange: pending });
  if (rulebook.mode === from.mode) return refusal('same_mode', '2.5 Proposes', { mode: from.mode });
  if (!isOffered(rulebook)) return refusal('mode_not_offered', '2.2', { mode: rulebook.mode });
  return reasonMissing(reason, '2.1 Written reasons');
}

function emergencyRefused(
  { rulebook, days, latestEnd, from }: EmergencyBeginning,
  by: Actor,
  table: Composition,
  now: Instant,
): Refusal | null {
  const rule = '2.5 Emergency';
  if (!seatOf(by, table)?.decidingAuthority) return needed('mode_change.emergency_declared', 'decidingAuthority');
  if (rulebook.mode !== 'consultation') return refusal('cannot_be_imposed', rule, { mode: rulebook.mode });
  const most = modeChangeDays.emergencyMost;
  if (!Number.isInteger(days) || days < 1 || days > most) {
    const explanation = numbersLeaf('mode_change.emergencyDays', Math.trunc(days), 'atMost', most, { rule });
    return refusal('days_out_of_range', rule, { min: 1, max: most, given: days }, explanation);
  }
  if (latestEnd === null) return null;
  const possible = startOfDay(plusDays(localDateOf(latestEnd, from.zone), most), from.zone);
  return now < possible ? refusal('too_early', rule, { from: possible }) : null;
}

const begun = (
  { key, from, rulebook, textHash, reason }: Omit<ModeChangeBeginning, 'as'>,
  kind: ModeChange['kind'],
  proposedAs: ModeChangeProposer,
  by: Actor,
  now: Instant,
): ModeChange => ({
  key,
  kind,
  state: 'gathering',
  since: now,
  from,
  rulebook,
  textHash,
  proposedAs,
  proposedBy: by.member,
  reason,
  supporters: [],
  noticeUntil: null,
  ballots: [],
  adoption: null,
  answer: null,
  effectiveFrom: null,
  effectiveAt: null,
  endsAt: null,
  withdrawal: null,
});
