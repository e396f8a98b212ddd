import { encodeText, readText } from '@tavolo/collaboration/text';
import { proposalTextSchema, type ProposalText } from '@tavolo/contracts';
import fc from 'fast-check';
import * as Y from 'yjs';
import { rewriteText } from './rewrite-text.js';

const paragraph = (id: string, text: string): ProposalText['clauses'][number] => ({
  id,
  blocks: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
});

function documentWith(text: ProposalText): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 1;
  Y.applyUpdate(doc, encodeText(text, 2));
  return doc;
}

const textOf = (doc: Y.Doc): ProposalText => {
  const reading = readText(doc);
  if (!reading.ok) throw new Error(reading.problem.reason);
  return reading.text;
};

const texts: fc.Arbitrary<ProposalText> = fc
  .uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('', 'one', 'one two', 'two one three')),
    {
      selector: ([id]) => id,
    },
  )
  .map((clauses) => ({ clauses: clauses.map(([id, text]) => paragraph(id, text)) }));

describe('rewriting a text', () => {
  it('makes every text out of every other, whatever moved, went or came', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const doc = documentWith(before);
        rewriteText(doc, after);
        expect(textOf(doc)).toEqual(proposalTextSchema.parse(after));
      }),
    );
  });

  it('replaces only the words that differ, so the others keep their author', () => {
    const doc = documentWith({
      clauses: [paragraph('c1', 'Support is available at night.'), paragraph('c2', 'Second.')],
    });
    const before = Y.encodeStateVector(doc);
    rewriteText(doc, {
      clauses: [paragraph('c1', 'Support is available every day at night.'), paragraph('c2', 'Second.')],
    });
    const written = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, before)).structs.map((struct) => struct.length);
    expect(written.reduce((sum, length) => sum + length, 0)).toBe('every day '.length);
  });

  it('makes plain words out of lists and marks, and the other way round', () => {
    const list: ProposalText = {
      clauses: [
        {
          id: 'c1',
          blocks: [
            {
              type: 'bulletList',
              items: [{ blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', bold: true }] }] }],
            },
          ],
        },
      ],
    };
    const plain: ProposalText = { clauses: [paragraph('c1', 'x')] };
    const doc = documentWith(plain);
    rewriteText(doc, list);
    expect(textOf(doc)).toEqual(list);
    rewriteText(doc, plain);
    expect(textOf(doc)).toEqual(plain);
  });
});
