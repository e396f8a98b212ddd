import { clauseIdSchema } from '@tavolo/contracts';
import * as Y from 'yjs';
import { textFragmentName } from './read-text.js';

/** Where a struct stands: its parent (the name of a root type, or a type) and, for an attribute, the attribute's name. */
export interface Place {
  readonly parent: string | Y.AbstractType<unknown>;
  readonly attribute: string | null;
}

const root = '#root';
const blocks = ['paragraph', 'bulletList', 'orderedList'];
const words = '#words';

/** What may stand directly in what: the schema of the editor. */
const childrenOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [root, new Set(['clause'])],
  ['clause', new Set(blocks)],
  ['listItem', new Set(blocks)],
  ['bulletList', new Set(['listItem'])],
  ['orderedList', new Set(['listItem'])],
  ['paragraph', new Set([words, 'hardBreak'])],
]);

/**
 * Whether a struct that `isProposalStruct` lets pass may stand in its place: a node in the node that holds such nodes,
 * characters and marks in words, an `id` that is one at a clause, a `start` that is one at a numbered list.
 */
export function isProposalPlace(struct: Y.Item, place: Place): boolean {
  const parent = nameOf(place.parent);
  const { content } = struct;
  if (place.attribute !== null) {
    return content instanceof Y.ContentAny && content.arr.every((value) => isAttribute(parent, place.attribute, value));
  }
  if (content instanceof Y.ContentString || content instanceof Y.ContentFormat) return parent === words;
  return content instanceof Y.ContentType && (childrenOf.get(parent)?.has(nameOf(content.type)) ?? false);
}

/**
 * Whether something that is added to a text can make the whole unreadable: clauses, for there may be too many, and lists,
 * for they may stand too deep. Words alone never can, nor can anything that is taken away.
 */
export function concernsWholeText(struct: Y.Item): boolean {
  if (!(struct.content instanceof Y.ContentType)) return false;
  const name = nameOf(struct.content.type);
  return name === 'clause' || name === 'bulletList' || name === 'orderedList';
}

function nameOf(type: unknown): string {
  if (typeof type === 'string') return type === textFragmentName ? root : '';
  if (type instanceof Y.XmlElement) return type.nodeName;
  if (type instanceof Y.XmlText) return words;
  // A root that nobody has asked for yet is of no kind; no other root gets past `isProposalStruct`.
  return type instanceof Y.AbstractType && type._item === null ? root : '';
}

function isAttribute(parent: string, attribute: string | null, value: unknown): boolean {
  if (parent === 'clause' && attribute === 'id') return clauseIdSchema.safeParse(value).success;
  if (parent !== 'orderedList' || attribute !== 'start') return false;
  // "0." and "20250." are typed by honest people; such numbers are repaired in reading.
  return Number.isSafeInteger(value) ? Number(value) >= 0 : typeof value === 'string' && /^\d{1,9}$/u.test(value);
}
