import * as Y from 'yjs';
import { causalOrder, type Deletions, deletionsOf, encodeParts, missingDeletions } from '../protocol/index.js';

/** Parts stay well below what the server takes in one update. */
const partLimits = { bytes: 128 * 1024, structs: 5_000 };

/** No update below this size, in bytes, holds more structs than a part may. */
const surelySmall = 10_000;

/** An update without anything: its answer tells that everything before it is durable. */
export const nothing = new Uint8Array([0, 0]);

export interface OwnChanges {
  /** Updates that, sent in order, give the server what it lacks of ours; none when it lacks nothing. */
  readonly parts: readonly Uint8Array[];
  /** The server lacks content of others that ours builds on: it must come from them first. */
  readonly waitsForOthers: boolean;
}

/**
 * What this copy holds and the server does not: content under our own client ids, and deletions. Content of others is
 * theirs to send.
 * @param serverVector encoded state vector of the server
 * @param serverDeletions what the server has deleted
 */
export function ownChanges(
  doc: Y.Doc,
  ownIds: ReadonlySet<number>,
  serverVector: Uint8Array,
  serverDeletions: Deletions,
): OwnChanges {
  const server = Y.decodeStateVector(serverVector);
  const target = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const id of ownIds) target.set(id, server.get(id) ?? 0);
  const decoded = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(target)));
  const own = decoded.structs.filter((struct) => struct instanceof Y.Item);
  // What can go now goes now: two people whose last words build on each other's would wait for ever otherwise.
  const structs = causalOrder(own, server);
  const held = new Map(server);
  for (const { id, length } of structs) held.set(id.client, Math.max(held.get(id.client) ?? 0, id.clock + length));
  const deletions = missingDeletions(deletionsOf(decoded), serverDeletions);
  const sendable = within(deletions, held);
  const waitsForOthers = structs.length < own.length || countOf(sendable) < countOf(deletions);
  if (structs.length === 0 && sendable.size === 0) return { parts: [], waitsForOthers };
  return { parts: encodeParts(structs, sendable, server, partLimits), waitsForOthers };
}

/** The deletions of content that is there. */
function within(
  deletions: Deletions,
  held: ReadonlyMap<number, number>,
): Map<number, { clock: number; len: number }[]> {
  const result = new Map<number, { clock: number; len: number }[]>();
  for (const [client, ranges] of deletions) {
    const end = held.get(client) ?? 0;
    const kept = ranges
      .filter(({ clock }) => clock < end)
      .map(({ clock, len }) => ({ clock, len: Math.min(len, end - clock) }));
    if (kept.length > 0) result.set(client, kept);
  }
  return result;
}

function countOf(deletions: Deletions): number {
  let count = 0;
  for (const ranges of deletions.values()) for (const { len } of ranges) count += len;
  return count;
}

/** An update of this copy in parts that the server takes; itself when it is small enough. */
export function partsOf(update: Uint8Array): readonly Uint8Array[] {
  if (update.length <= surelySmall) return [update];
  const decoded = Y.decodeUpdate(update);
  const structs = decoded.structs.filter((struct) => struct instanceof Y.Item);
  if (update.length <= partLimits.bytes && structs.length <= partLimits.structs) return [update];
  const starts = new Map<number, number>();
  for (const { id } of structs) if (!starts.has(id.client)) starts.set(id.client, id.clock);
  // What it refers to besides itself was there when it was made.
  const present = { get: (client: number) => starts.get(client) ?? Number.MAX_SAFE_INTEGER };
  return encodeParts(structs, deletionsOf(decoded), present, partLimits);
}
