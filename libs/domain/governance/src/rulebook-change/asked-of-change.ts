import { type Instant } from '@tavolo/kernel';
import { type RulebookChange, type RulebookChangeActName, type RulesOfTable } from '../rulebook-change.js';
import { type Actor } from '../seat.js';
import { resultOfVote } from './rules-of-change.js';
import { possibleRulebookChangeActs } from './step-rulebook-change.js';

/** What a change of the rules asks of somebody: to vote on it, to confirm or refuse it as the second person, to close it when the vote is lost. */
export const rulebookAsks = ['vote', 'confirm', 'close'] as const;
export type RulebookAsk = (typeof rulebookAsks)[number];

/** What a change of the rules asks of this actor now, and until when; `null` when nothing. */
export function askedByRulebookChange(
  change: RulebookChange,
  actor: Actor,
  table: RulesOfTable,
  now: Instant,
): { readonly ask: RulebookAsk; readonly until: Instant | null } | null {
  const { proposal } = change;
  if (change.stage !== 'proposed' || !proposal) return null;
  const allowed = new Set<RulebookChangeActName>(
    possibleRulebookChangeActs(change, actor, table, now).flatMap((one) => (one.allowed ? [one.act] : [])),
  );
  if (allowed.has('rulebook.vote_cast') && actor.seat !== null && proposal.votes[actor.seat] === undefined) {
    return { ask: 'vote', until: proposal.closesAt };
  }
  if (allowed.has('rulebook.confirmed')) return { ask: 'confirm', until: null };
  const lost = resultOfVote(change, proposal).verdict !== 'adopted';
  return lost && allowed.has('rulebook.refused') ? { ask: 'close', until: null } : null;
}
