import { type CollabErrorCode, type DocumentWriter } from '@tavolo/contracts';

/**
 * What the interface shows beside a text:
 *
 * - `opening`: the document has not been received yet.
 * - `saved`: everything that this person wrote is stored durably on the server.
 * - `saving`: something is on its way.
 * - `offline`: not connected since `offlineSince`; what is written now is kept and sent later.
 * - `notAllowed`: the server does not take changes of this person (see `refusal`).
 * - `frozen`: nobody may write.
 */
export type SyncState = 'opening' | 'saved' | 'saving' | 'offline' | 'notAllowed' | 'frozen';

/** Refusals after which the same changes would be refused again. */
export const finalRefusals: ReadonlySet<CollabErrorCode> = new Set([
  'denied',
  'tooLarge',
  'malformed',
  'foreignClient',
]);

/** An immutable picture of a provider; a new object after each change. */
export interface ProviderSnapshot {
  readonly state: SyncState;
  /** Changes of this person that the server has not acknowledged as stored. */
  readonly unacknowledged: number;
  /** Milliseconds since 1970; `null` while connected. */
  readonly offlineSince: number | null;
  readonly right: 'none' | 'read' | 'write';
  /** Whether the editor should let this person write now. */
  readonly canWrite: boolean;
  readonly user: DocumentWriter | null;
  /** Why changes are not taken, when they are not. */
  readonly refusal: CollabErrorCode | null;
  /** After a reload, stored changes that had not been acknowledged were found and offered to the server again. */
  readonly recovered: boolean;
  /** Some of it builds on words of others that the server lost before it stored them: they must come back first. */
  readonly waitsForOthers: boolean;
}

/** What a provider knows; its snapshot follows from it. */
export interface ProviderFacts {
  joined: boolean;
  everJoined: boolean;
  unacknowledged: number;
  offlineSince: number | null;
  right: 'none' | 'read' | 'write';
  frozen: boolean;
  user: DocumentWriter | null;
  refusal: CollabErrorCode | null;
  recovered: boolean;
  waitsForOthers: boolean;
}

export function initialFacts(): ProviderFacts {
  return {
    joined: false,
    everJoined: false,
    unacknowledged: 0,
    offlineSince: null,
    right: 'none',
    frozen: false,
    user: null,
    refusal: null,
    recovered: false,
    waitsForOthers: false,
  };
}

export function snapshotOf(facts: ProviderFacts): ProviderSnapshot {
  const { unacknowledged, offlineSince, right, user, refusal, recovered, waitsForOthers } = facts;
  const state = stateOf(facts);
  const canWrite = right === 'write' && !facts.frozen && refusal === null;
  return { state, unacknowledged, offlineSince, right, canWrite, user, refusal, recovered, waitsForOthers };
}

function stateOf(facts: ProviderFacts): SyncState {
  if (facts.refusal !== null) return 'notAllowed';
  if (facts.frozen) return 'frozen';
  if (facts.offlineSince !== null) return 'offline';
  if (!facts.everJoined) return 'opening';
  if (facts.right === 'read' && facts.unacknowledged > 0) return 'notAllowed';
  return facts.joined && facts.unacknowledged === 0 ? 'saved' : 'saving';
}
