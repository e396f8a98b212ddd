import * as Y from 'yjs';
import { type Deletions, deletionsOf, encodeParts, missingDeletions } from '../protocol/index.js';

/** What an update did to a document. */
export interface Produced {
  readonly update: Uint8Array;
  readonly deleted: Deletions;
}

const onePart = { bytes: Infinity, structs: Infinity };
/** What an update refers to besides itself was there when it was taken. */
const everything = { get: () => Infinity };

/**
 * An update as it is passed on: it deletes what its writer deleted, not what went with it because it stood within. Every copy comes to the
 * same; but a writer whose words went with a paragraph that was removed by somebody who had not received them yet can tell them from words
 * that were meant.
 * @param meant the delete set of what the writer sent
 */
export function asMeant({ update, deleted }: Produced, meant: unknown): Uint8Array {
  // Sorted, as strangers may not have sent it.
  const named = deletionsOf({ ds: Y.mergeDeleteSets([meant as Parameters<typeof Y.mergeDeleteSets>[0][number]]) });
  const followed = missingDeletions(deleted, named);
  if (followed.size === 0) return update;
  const structs = Y.decodeUpdate(update).structs.filter((struct) => struct instanceof Y.Item);
  const [part = update] = encodeParts(structs, missingDeletions(deleted, followed), everything, onePart);
  return part;
}
