import * as Y from 'yjs';
import { isPlainMark, textFragmentName } from './read-text.js';

const nodes = new Set(['clause', 'paragraph', 'bulletList', 'orderedList', 'listItem', 'hardBreak']);
const marks = new Set(['bold', 'italic']);
/** Control characters, but for those that pasting plain text leaves in a paragraph: tab, and Word's breaks of line and page. */
const foreignControl = /[^\P{Cc}\t\v\f\u0080-\u009f]/u;
const attributes = new Set(['id', 'start']);

/**
 * Whether a single struct of an update uses only what texts of proposals are made of. A first, cheap check of every
 * update: it keeps foreign nodes, marks, attributes, root types and control characters out of a document. Where a struct
 * may stand is `isProposalPlace`; `readText` checks the whole.
 */
export function isProposalStruct(struct: Y.Item): boolean {
  const parent: unknown = struct.parent;
  if (typeof parent === 'string' && parent !== textFragmentName) return false;
  if (struct.parentSub !== null && !attributes.has(struct.parentSub)) return false;
  return isProposalContent(struct.content);
}

function isProposalContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentString) return !foreignControl.test(content.str);
  if (content instanceof Y.ContentFormat) {
    return marks.has(content.key) && ((content.value as unknown) === null || isPlainMark(content.value));
  }
  if (content instanceof Y.ContentType) {
    const type: unknown = content.type;
    return type instanceof Y.XmlElement ? nodes.has(type.nodeName) : type instanceof Y.XmlText;
  }
  return content instanceof Y.ContentAny && content.arr.every(isAttributeValue);
}

function isAttributeValue(value: unknown): boolean {
  return (typeof value === 'string' && value.length <= 40) || Number.isInteger(value);
}
