import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { causalOrder, type Clocks } from './causal-order.js';
import { type Deletions, writeDeletions } from './deletions.js';

export interface PartLimits {
  /** Bytes that a part may have, about. */
  readonly bytes: number;
  readonly structs: number;
}

/** Characters of one struct that surely fit into a part: three bytes each, with room for the rest. */
const bytesPerCharacter = 3;
const overhead = 200;

/**
 * Writes new structs and deletions as updates of limited size. Applied in order to a document that holds `present`,
 * each of them integrates completely.
 * @throws RangeError when the structs refer to something that is neither present nor among them
 */
export function encodeParts(
  structs: readonly Y.Item[],
  deletions: Deletions,
  present: Clocks,
  limits: PartLimits,
): Uint8Array[] {
  const ordered = causalOrder(structs, present);
  if (ordered.length < structs.length) throw new RangeError('changes refer to something that is missing');
  const parts: Uint8Array[] = [];
  let part = new UpdatePart();
  for (const piece of ordered.flatMap((struct) => shortened(struct, limits.bytes))) {
    if (part.count > 0 && (part.bytes + sizeOf(piece) > limits.bytes || part.count >= limits.structs)) {
      parts.push(part.finish(new Map()));
      part = new UpdatePart();
    }
    part.add(piece);
  }
  for (const portion of portions(deletions, Math.floor(limits.bytes / 16))) {
    if (part.count === 0 && parts.length > 0 && portion.size === 0) continue;
    parts.push(part.finish(portion));
    part = new UpdatePart();
  }
  return parts;
}

class UpdatePart {
  private readonly byClient = new Map<number, Y.Item[]>();
  count = 0;
  bytes = 16;

  add(struct: Y.Item): void {
    const line = this.byClient.get(struct.id.client);
    if (line) line.push(struct);
    else this.byClient.set(struct.id.client, [struct]);
    this.count++;
    this.bytes += sizeOf(struct);
  }

  finish(deletions: Deletions): Uint8Array {
    const encoder = new Y.UpdateEncoderV1();
    encoding.writeVarUint(encoder.restEncoder, this.byClient.size);
    for (const [client, line] of [...this.byClient].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder.restEncoder, line.length);
      encoder.writeClient(client);
      encoding.writeVarUint(encoder.restEncoder, line[0]?.id.clock ?? 0);
      for (const struct of line) struct.write(encoder, 0);
    }
    writeDeletions(encoder, deletions);
    return encoder.toUint8Array();
  }
}

/** More than the struct takes up when written. */
function sizeOf(struct: Y.Item): number {
  return overhead + (struct.content instanceof Y.ContentString ? struct.content.str.length * bytesPerCharacter : 0);
}

/** A very long run of characters becomes several structs, never cut inside a pair of surrogates. */
function shortened(struct: Y.Item, bytes: number): Y.Item[] {
  const { content } = struct;
  const longest = Math.max(2, Math.floor((bytes - overhead) / bytesPerCharacter));
  if (!(content instanceof Y.ContentString) || content.str.length <= longest) return [struct];
  const { client, clock } = struct.id;
  const pieces: Y.Item[] = [];
  let rest = struct.content.copy();
  for (let from = 0; from < content.str.length;) {
    let to = Math.min(from + longest, content.str.length);
    const last = content.str.charCodeAt(to - 1);
    if (to < content.str.length && last >= 0xd800 && last <= 0xdbff) to--;
    const words = rest;
    if (to < content.str.length) rest = words.splice(to - from);
    const id = Y.createID(client, clock + from);
    const head = from === 0 ? struct : { origin: Y.createID(client, clock + from - 1), parent: null, parentSub: null };
    pieces.push(new Y.Item(id, null, head.origin, null, struct.rightOrigin, head.parent, head.parentSub, words));
    from = to;
  }
  return pieces;
}

/** Deletions in portions of at most `most` ranges; one empty portion when there are none. */
function portions(deletions: Deletions, most: number): Deletions[] {
  const all = [new Map<number, { clock: number; len: number }[]>()];
  let count = 0;
  for (const [client, ranges] of deletions) {
    for (const range of ranges) {
      if (count === most) {
        all.push(new Map());
        count = 0;
      }
      const portion = all[all.length - 1];
      const line = portion?.get(client);
      if (line) line.push({ ...range });
      else portion?.set(client, [{ ...range }]);
      count++;
    }
  }
  return all;
}
