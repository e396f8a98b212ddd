import { type Instant } from '@tavolo/kernel';
import { isModeChangeOver, type Blocker, type ModeChange } from '../mode-change.js';
import { type Rulebook } from '../rulebook.js';
import { type Ballot } from '../ballot.js';
import { advanceModeChange } from './mode-change.js';

/** What the other changes of a table say to one that begins now; `changes` as they stand at that moment. */
export interface AmongChanges {
  /** The rules that it replaces: those that an emergency act has set aside, where one lasts. */
  readonly from: Rulebook;
  readonly pending: string | null;
  readonly latestEnd: Instant | null;
}

/** The rules, the change under way and the end of the latest emergency act that a change of this kind is told of. */
export function amongChanges(
  kind: ModeChange['kind'],
  inForce: Rulebook,
  changes: readonly ModeChange[],
): AmongChanges {
  const emergency = changes.find((one) => one.kind === 'emergency' && one.state === 'in_force');
  const ended = changes.filter((one) => one.kind === 'emergency' && one.state === 'ended' && one.effectiveAt !== null);
  return {
    from: kind === 'change' && emergency ? emergency.from : inForce,
    pending: changes.find((one) => one.kind === kind && !isModeChangeOver(one))?.key ?? null,
    latestEnd:
      ended
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? null,
  };
}

/** Ballots as what stands in the way of a change; one that is closed or void did so until then. */
export const blockersFrom = (ballots: readonly Ballot[]): readonly Blocker[] =>
  ballots.map(({ key, openedAt: from, closedAt: until }) => ({ what: 'ballot', key, from, until }));

/** What the changes of a table, besides that of the key, let no other take effect during: their ballots, and emergency acts in force. */
export const blockersOfChanges = (changes: readonly ModeChange[], except: string): readonly Blocker[] =>
  changes
    .filter(({ key }) => key !== except)
    .flatMap(({ key, kind, ballots, effectiveAt, state, since }): readonly Blocker[] => [
      ...blockersFrom(ballots),
      ...(kind === 'emergency' && effectiveAt !== null
        ? [{ what: 'emergency' as const, key, from: effectiveAt, until: state === 'ended' ? since : null }]
        : []),
    ]);

/**
 * All changes of a table at `now`, each told what stands in its way: the ballots on proposals, as they are known at `now`, and what the
 * other changes say. Emergency acts first, since the others wait for them.
 */
export function changesAt(
  changes: readonly ModeChange[],
  ballots: readonly Ballot[],
  now: Instant,
): readonly ModeChange[] {
  const current = new Map(changes.map((one) => [one.key, one]));
  const order = changes.toSorted((a, b) => Number(a.kind !== 'emergency') - Number(b.kind !== 'emergency'));
  // Twice: the ballot of one change, closed by the clock, may let another take effect.
  for (const { key } of [...order, ...order]) {
    const change = current.get(key);
    if (!change) continue;
    const blockers = [...blockersFrom(ballots), ...blockersOfChanges([...current.values()], key)];
    current.set(key, advanceModeChange(change, now, blockers).change);
  }
  return changes.map((one) => current.get(one.key) ?? one);
}
