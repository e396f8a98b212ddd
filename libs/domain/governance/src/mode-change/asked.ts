import { type Instant } from '@tavolo/kernel';
import { runningBallot } from '../ballots/running-ballot.js';
import { type ModeChange } from '../mode-change.js';
import { type Actor, type Composition } from '../seat.js';
import { hasRole, seatOf } from '../seats-of.js';
import { outstanding } from '../tally-ballot.js';
import { voteFrom } from './voting.js';

/** What a change of mode may ask of somebody. */
export const modeChangeAsks = ['support', 'open_ballot', 'vote', 'close_ballot', 'answer'] as const;
export type ModeChangeAsk = (typeof modeChangeAsks)[number];

/**
 * What is asked of a member now, and until when, as far as a time is known; `null` where nothing is. `change` as it stands at `now`. A
 * vote that was cast is asked for no more, though it may be changed.
 */
export function askedByModeChange(
  change: ModeChange,
  actor: Actor,
  table: Composition,
  now: Instant,
): { readonly ask: ModeChangeAsk; readonly until: Instant | null } | null {
  const seat = seatOf(actor, table);
  const ask = (what: ModeChangeAsk, until: Instant | null = null) => ({ ask: what, until });
  switch (change.state) {
    case 'gathering': {
      const ofBench = seat?.right === 'vote' && seat.sector === change.proposedAs;
      return ofBench && !change.supporters.some((one) => one.seat === seat.id) ? ask('support') : null;
    }
    case 'notice': {
      const from = voteFrom(change);
      const opens = hasRole(actor, 'facilitator', 'secretary');
      return opens && from !== null && now >= from ? ask('open_ballot') : null;
    }
    case 'voting': {
      const ballot = runningBallot(change);
      if (!ballot) return null;
      const missing = outstanding(ballot);
      if (seat && missing.includes(seat.id)) return ask('vote', ballot.closesAt);
      const closes = hasRole(actor, 'facilitator', 'secretary', 'coordinator');
      return closes && missing.length === 0 && ballot.closesAt === null ? ask('close_ballot') : null;
    }
    case 'awaiting_consent':
      return seat?.decidingAuthority ? ask('answer') : null;
    default:
      return null;
  }
}
