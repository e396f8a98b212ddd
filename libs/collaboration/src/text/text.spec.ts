import { type ProposalText, proposalTextSchema } from '@tavolo/contracts';
import fc from 'fast-check';
import * as Y from 'yjs';
import {
  diffClauses,
  differenceOfWords,
  emptyText,
  encodeText,
  isProposalStruct,
  newClauseId,
  plainText,
  readText,
  textHashInput,
  writeText,
} from './index.js';

const night: ProposalText = {
  clauses: [
    {
      id: 'c1',
      blocks: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'Support is ' },
            { type: 'text', text: 'available', bold: true },
            { type: 'hardBreak' },
            { type: 'text', text: 'at night.', bold: true, italic: true },
          ],
        },
        {
          type: 'orderedList',
          start: 3,
          items: [
            { blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'by telephone' }] }] },
            {
              blocks: [
                { type: 'paragraph', content: [{ type: 'text', text: 'at home' }] },
                { type: 'bulletList', items: [{ blocks: [{ type: 'paragraph', content: [] }] }] },
              ],
            },
          ],
        },
      ],
    },
    { id: 'c2', blocks: [{ type: 'paragraph', content: [] }] },
  ],
};

function documentWith(change: (fragment: Y.XmlFragment, doc: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 7;
  change(doc.getXmlFragment('text'), doc);
  return doc;
}

function clause(id: string | undefined, words: string): Y.XmlElement {
  const element = new Y.XmlElement('clause');
  if (id !== undefined) element.setAttribute('id', id);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  element.insert(0, [paragraph]);
  return element;
}

describe('the text of a proposal', () => {
  it('is read as it was written', () => {
    const doc = new Y.Doc();
    writeText(doc, night);
    expect(readText(doc)).toEqual({ ok: true, text: night });
    expect(proposalTextSchema.parse(night)).toEqual(night);
  });

  it('survives the way through an encoded update, and gives the same hash input', () => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, encodeText(night, 42));
    const reading = readText(doc);
    expect(reading.ok && textHashInput(reading.text)).toBe(textHashInput(night));
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([42]);
  });

  it('is not written over a text that is there', () => {
    const doc = new Y.Doc();
    writeText(doc, emptyText());
    expect(() => writeText(doc, night)).toThrow(RangeError);
  });

  it('is empty in a new document', () => {
    expect(readText(new Y.Doc())).toEqual({ ok: true, text: { clauses: [] } });
  });

  it('is shown as plain lines', () => {
    expect(plainText(night.clauses[0]!)).toBe('Support is available\nat night.\n3. by telephone\n4. at home\n  - ');
  });

  it.each<[string, (fragment: Y.XmlFragment) => void]>([
    ['a foreign node', (fragment) => fragment.insert(0, [new Y.XmlElement('script')])],
    ['words outside a clause', (fragment) => fragment.insert(0, [new Y.XmlText('loose')])],
    [
      'a foreign attribute',
      (fragment) => {
        fragment.insert(0, [clause('c1', 'a')]);
        (fragment.get(0) as Y.XmlElement).setAttribute('onclick', 'x');
      },
    ],
    ['an unfit clause id', (fragment) => fragment.insert(0, [clause('C 1', 'a')])],
    [
      'a foreign mark',
      (fragment) => {
        fragment.insert(0, [clause('c1', 'a')]);
        const paragraph = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
        (paragraph.get(0) as Y.XmlText).format(0, 1, { link: { href: 'https://example.org' } });
      },
    ],
    [
      'a mark with attributes',
      (fragment) => {
        fragment.insert(0, [clause('c1', 'a')]);
        const paragraph = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
        (paragraph.get(0) as Y.XmlText).format(0, 1, { bold: { style: 'x' } });
      },
    ],
    [
      'lists nested without end',
      (fragment) => {
        const first = new Y.XmlElement('clause');
        let inner: Y.XmlElement = first;
        for (let depth = 0; depth < 50; depth++) {
          const list = new Y.XmlElement('bulletList');
          const item = new Y.XmlElement('listItem');
          list.insert(0, [item]);
          inner.insert(0, [list]);
          inner = item;
        }
        fragment.insert(0, [first]);
      },
    ],
  ])('is refused with %s', (_case, change) => {
    expect(readText(documentWith(change)).ok).toBe(false);
  });

  it('gives clauses that share an id, or have none, ids of their own, the same on every machine', () => {
    const doc = documentWith((fragment) =>
      fragment.insert(0, [clause('c1', 'first'), clause('c1', 'copied'), clause(undefined, 'split')]),
    );
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const reading = readText(doc);
    expect(reading).toEqual(readText(copy));
    const ids = reading.ok ? reading.text.clauses.map(({ id }) => id) : [];
    expect(ids[0]).toBe('c1');
    expect(new Set(ids).size).toBe(3);
    expect(reading.ok && proposalTextSchema.safeParse(reading.text).success).toBe(true);
  });

  it('repairs what people can bring about by typing and pasting: numbers of lists and control characters', () => {
    const doc = documentWith((fragment) => {
      const list: Y.XmlElement<Record<string, number>> = new Y.XmlElement('orderedList');
      list.setAttribute('start', 0);
      const item = new Y.XmlElement('listItem');
      item.insert(0, [new Y.XmlElement('paragraph')]);
      list.insert(0, [item]);
      const first = clause('c1', 'a\u0000\tb\u000bc');
      first.insert(1, [list as unknown as Y.XmlElement]);
      fragment.insert(0, [first]);
    });
    const items = [{ blocks: [{ type: 'paragraph', content: [] }] }];
    const words = { type: 'paragraph', content: [{ type: 'text', text: 'a \tb c' }] };
    expect(readText(doc)).toEqual({
      ok: true,
      text: { clauses: [{ id: 'c1', blocks: [words, { type: 'orderedList', items }] }] },
    });
  });

  it('leaves out what lost its whole content', () => {
    const doc = documentWith((fragment) => {
      const hollow = new Y.XmlElement('clause');
      hollow.insert(0, [new Y.XmlElement('bulletList')]);
      fragment.insert(0, [hollow, clause('c2', 'kept')]);
    });
    const reading = readText(doc);
    expect(reading.ok && reading.text.clauses.map(({ id }) => id)).toEqual(['c2']);
  });

  it('gives new clauses ids that no second client can give', () => {
    const one = documentWith((fragment, doc) => fragment.insert(0, [clause(newClauseId(doc), 'a')]));
    const first = newClauseId(one);
    one.getXmlFragment('text').insert(0, [clause(first, 'b')]);
    expect(newClauseId(one)).not.toBe(first);
    const two = new Y.Doc();
    two.clientID = 8;
    expect(newClauseId(two)).not.toBe(newClauseId(new Y.Doc()));
  });

  it('is made of known structs only', () => {
    const structs = (doc: Y.Doc) =>
      Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).structs.filter((s) => s instanceof Y.Item);
    const doc = new Y.Doc();
    writeText(doc, night);
    expect(structs(doc).every(isProposalStruct)).toBe(true);
    const foreign = new Y.Doc();
    foreign.getMap('settings').set('open', 1);
    expect(structs(foreign).some(isProposalStruct)).toBe(false);
  });
});

describe('comparing two versions', () => {
  const say = (id: string, words: string) => ({
    id,
    blocks: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] }],
  });

  it('shows what was added and removed, word by word', () => {
    expect(differenceOfWords('Support is available at night.', 'A support worker is available at night.')).toEqual([
      { kind: 'removed', text: 'Support' },
      { kind: 'added', text: 'A support worker' },
      { kind: 'same', text: ' is available at night.' },
    ]);
  });

  it('never loses or invents a word', () => {
    const phrase = fc.array(fc.constantFrom('night', 'day', ' ', '. ', 'è', 'ogni', '\n'), { maxLength: 40 });
    fc.assert(
      fc.property(phrase, phrase, (a, b) => {
        const pieces = differenceOfWords(a.join(''), b.join(''));
        const side = (other: string) =>
          pieces
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join('');
        expect(side('added')).toBe(a.join(''));
        expect(side('removed')).toBe(b.join(''));
      }),
    );
  });

  it('tells apart clauses added, removed, changed, formatted and moved', () => {
    const bold = {
      id: 'c4',
      blocks: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'four', bold: true as const }] }],
    };
    const earlier = [say('c1', 'one'), say('c2', 'two'), say('c3', 'three'), say('c4', 'four'), say('c5', 'five')];
    const later = [say('c5', 'five'), say('c1', 'one'), say('c3', 'three times'), bold, say('c6', 'six')];
    expect(
      diffClauses(earlier, later).map(({ id, change, moved, earlierNumber, laterNumber }) => [
        id,
        change,
        moved,
        earlierNumber,
        laterNumber,
      ]),
    ).toEqual([
      ['c5', 'same', true, 5, 1],
      ['c1', 'same', false, 1, 2],
      ['c2', 'removed', false, 2, null],
      ['c3', 'changed', false, 3, 3],
      ['c4', 'formatted', false, 4, 4],
      ['c6', 'added', false, null, 5],
    ]);
  });

  it('compares a few thousand words without trouble', () => {
    const words = (seed: number) => Array.from({ length: 3000 }, (_, i) => `w${(i * seed) % 211}`).join(' ');
    const pieces = differenceOfWords(words(7), words(13));
    expect(
      pieces
        .filter(({ kind }) => kind !== 'added')
        .map(({ text }) => text)
        .join(''),
    ).toBe(words(7));
  });
});
