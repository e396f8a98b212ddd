import * as Y from 'yjs';
import { causalOrder, type Clocks, deletionsOf } from '../protocol/index.js';
import { concernsWholeText, type Place } from '../text/index.js';
import { Refusal } from './refusal.js';
import { StructPlaces } from './struct-places.js';
import { type DecodedUpdate } from './update-decoder.js';

export interface CheckContext {
  readonly doc: Y.Doc;
  /** The first clock that the document lacks, by client. */
  readonly present: Clocks;
  /** To whom each Yjs client id is registered. */
  readonly memberOf: ReadonlyMap<number, string>;
  readonly member: string;
  /** Whether a struct may stand in this kind of document. */
  readonly isAllowed: (struct: Y.Item) => boolean;
  /** Whether a struct may stand in its place; absent for documents without such an order. */
  readonly isPlaced: ((struct: Y.Item, place: Place) => boolean) | undefined;
}

export interface CheckedUpdate {
  /** The client ids under which it adds content. */
  readonly clientIds: number[];
  /** It adds what can make the whole text unreadable: that must be tried before it is applied. */
  readonly concernsWhole: boolean;
}

/**
 * Everything that must hold before an update touches the document: it writes under ids of its author only, uses only
 * what such documents are made of, each thing in its place, and integrates completely, without a gap and without anything pending.
 * @throws Refusal
 */
export function checkUpdate(update: DecodedUpdate, context: CheckContext): CheckedUpdate {
  const { structs } = update;
  const clients = new Set(structs.map((struct) => struct.id.client));
  for (const client of clients) {
    if (context.memberOf.get(client) !== context.member) throw new Refusal('foreignClient', true);
  }
  for (const struct of structs) {
    // Collected content is made by the server alone; its length is a claim without bytes behind it.
    if (struct.content instanceof Y.ContentDeleted || !context.isAllowed(struct)) throw new Refusal('malformed', true);
  }
  checkClocks(structs);
  const ordered = causalOrder(structs, context.present);
  if (ordered.length < structs.length) throw new Refusal('gap');
  checkDeletions(update, context.present);
  return { clientIds: [...clients], concernsWhole: checkPlaces(ordered, update, context) };
}

function checkPlaces(ordered: readonly Y.Item[], update: DecodedUpdate, context: CheckContext): boolean {
  const { isPlaced, doc, present } = context;
  if (!isPlaced) return false;
  const places = new StructPlaces(doc, present, update);
  let concernsWhole = false;
  for (const struct of ordered) {
    const place = places.placeOf(struct);
    if (!places.isNew(struct)) continue;
    if (!place || !isPlaced(struct, place)) throw new Refusal('malformed', true);
    concernsWhole ||= concernsWholeText(struct);
  }
  return concernsWhole;
}

/** The clocks of each client follow one another, and each client stands together, as every encoder writes them. */
function checkClocks(structs: readonly Y.Item[]): void {
  const next = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const expected = next.get(client);
    if (expected !== undefined && expected !== clock) throw new Refusal('malformed', true);
    next.set(client, clock + struct.length);
  }
}

function checkDeletions(update: DecodedUpdate, present: Clocks): void {
  const ends = new Map<number, number>();
  for (const struct of update.structs) ends.set(struct.id.client, struct.id.clock + struct.length);
  for (const [client, ranges] of deletionsOf(update)) {
    const end = Math.max(present.get(client) ?? 0, ends.get(client) ?? 0);
    for (const { clock, len } of ranges) {
      if (len <= 0) throw new Refusal('malformed', true);
      if (clock + len > end) throw new Refusal('gap');
    }
  }
}
