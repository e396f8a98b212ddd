import { type BlockText, type ClauseText, type InlineText, type ProposalText } from '@tavolo/contracts';
import * as Y from 'yjs';
import { textFragmentName } from './read-text.js';

/**
 * Writes a text into an empty document, in one transaction. `readText` gives it back unchanged.
 * @throws RangeError when the document already holds a text
 */
export function writeText(doc: Y.Doc, text: ProposalText): void {
  const fragment = doc.getXmlFragment(textFragmentName);
  if (fragment.length > 0) throw new RangeError('the document already holds a text');
  doc.transact(() => fragment.insert(0, text.clauses.map(clauseElement)));
}

/** The first update of a new document with this text, written under the given Yjs client id. */
export function encodeText(text: ProposalText, clientId: number): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = clientId;
  writeText(doc, text);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** A text with one empty clause: what a new proposal starts with, so that two first writers share it. */
export function emptyText(clauseId = 'c1'): ProposalText {
  return { clauses: [{ id: clauseId, blocks: [{ type: 'paragraph', content: [] }] }] };
}

/** An id for a clause that is about to be inserted; no other client and no other moment of this document gives the same. */
export function newClauseId(doc: Y.Doc): string {
  const clock = Y.getState(doc.store, doc.clientID);
  return `c${doc.clientID.toString(36)}-${clock.toString(36)}`;
}

function clauseElement(clause: ClauseText): Y.XmlElement {
  const element = new Y.XmlElement('clause');
  element.setAttribute('id', clause.id);
  element.insert(0, clause.blocks.map(blockElement));
  return element;
}

function blockElement(block: BlockText): Y.XmlElement {
  if (block.type === 'paragraph') return paragraphElement(block.content);
  const list: Y.XmlElement<Record<string, number>> = new Y.XmlElement(block.type);
  if (block.type === 'orderedList' && block.start !== undefined) list.setAttribute('start', block.start);
  list.insert(
    0,
    block.items.map((item) => {
      const element = new Y.XmlElement('listItem');
      element.insert(0, item.blocks.map(blockElement));
      return element;
    }),
  );
  return list as unknown as Y.XmlElement;
}

function paragraphElement(content: readonly InlineText[]): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  const children: (Y.XmlText | Y.XmlElement)[] = [];
  // One place for words also where none are yet: two people who begin the paragraph at once must not make two.
  if (content.length === 0) children.push(new Y.XmlText());
  let text: Y.XmlText | undefined;
  let length = 0;
  for (const piece of content) {
    if (piece.type === 'hardBreak') {
      children.push(new Y.XmlElement('hardBreak'));
      text = undefined;
      continue;
    }
    if (text === undefined) {
      text = new Y.XmlText();
      children.push(text);
      length = 0;
    }
    const marks = { ...(piece.bold && { bold: {} }), ...(piece.italic && { italic: {} }) };
    text.insert(length, piece.text, marks);
    length += piece.text.length;
  }
  paragraph.insert(0, children);
  return paragraph;
}
