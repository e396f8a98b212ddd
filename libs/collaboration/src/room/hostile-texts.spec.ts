import { proposalTextSchema, type UpdateAnswer } from '@tavolo/contracts';
import * as Y from 'yjs';
import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';
import { encodeSyncMessage } from '../protocol/index.js';
import { type CollabConnection, type CollaborationProvider } from '../provider/index.js';
import { readText } from '../text/index.js';

function element(
  name: string,
  children: Y.XmlElement[] = [],
  attributes: Record<string, string | number> = {},
): Y.XmlElement {
  const made: Y.XmlElement<Record<string, string | number>> = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, children);
  return made as unknown as Y.XmlElement;
}

const clause = (id: string): Y.XmlElement => element('clause', [element('paragraph')], { id });
const item = (children: Y.XmlElement[]): Y.XmlElement => element('listItem', children);

function nested(levels: number): Y.XmlElement {
  const inner = levels === 1 ? [] : [nested(levels - 1)];
  return element('bulletList', [item([element('paragraph'), ...inner])]);
}

const fragmentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment('text');
const firstClause = (doc: Y.Doc): Y.XmlElement => fragmentOf(doc).get(0) as Y.XmlElement;
const firstParagraph = (doc: Y.Doc): Y.XmlElement => firstClause(doc).get(0) as Y.XmlElement;

describe('a text that somebody tries to spoil for everybody', () => {
  let house: House;
  let alberto: CollaborationProvider;
  let connection: CollabConnection;
  let mallory: CollaborationProvider;

  beforeEach(async () => {
    house = await new House().open();
    alberto = await house.visit('alberto');
    connection = house.connect('mallory');
    mallory = await house.visit('mallory', undefined, connection);
    type(alberto.doc, 0, 'safe');
    await until(() => textOf(mallory.doc) === 'safe' && alberto.snapshot.state === 'saved', 'the text');
  });
  afterEach(() => house.close());

  /** The answer to a change that mallory sends without a provider. */
  const send = async (change: (doc: Y.Doc) => void): Promise<string> => {
    const doc = new Y.Doc({ gc: false });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(alberto.doc));
    doc.clientID = mallory.doc.clientID;
    const before = Y.encodeStateVector(doc);
    doc.transact(() => change(doc));
    const message = encodeSyncMessage('update', Y.encodeStateAsUpdate(doc, before));
    const answer = await new Promise<UpdateAnswer>((resolve) => {
      connection.emit('update', documentId, message.slice().buffer, resolve);
    });
    return answer.ok ? 'ok' : answer.error.code;
  };

  it.each<[string, (doc: Y.Doc) => void]>([
    ['words outside every clause', (doc) => fragmentOf(doc).push([new Y.XmlText('root')])],
    ['a paragraph outside every clause', (doc) => fragmentOf(doc).push([element('paragraph')])],
    ['a zero character', (doc) => (firstParagraph(doc).get(0) as Y.XmlText).insert(1, 'a\u0000b')],
    ['a control character', (doc) => (firstParagraph(doc).get(0) as Y.XmlText).insert(1, '\u001b')],
    ['an unfit clause id', (doc) => fragmentOf(doc).push([clause('<b>BAD')])],
    ['an unfit id for a clause that is there', (doc) => firstClause(doc).setAttribute('id', '<b>BAD')],
    ['an id where none belongs', (doc) => firstParagraph(doc).setAttribute('id', 'c9')],
    [
      'a list that starts below zero',
      (doc) => firstClause(doc).push([element('orderedList', [item([element('paragraph')])], { start: -5 })]),
    ],
    [
      'more clauses than a text may have',
      (doc) => fragmentOf(doc).push(Array.from({ length: 600 }, (_, index) => clause(`x${index}`))),
    ],
    ['a clause inside a clause', (doc) => firstClause(doc).push([clause('c9')])],
    ['a list nested without end', (doc) => firstClause(doc).push([nested(200)])],
    ['a list nested one level too deep', (doc) => firstClause(doc).push([nested(6)])],
    ['words inside words', (doc) => (firstParagraph(doc).get(0) as Y.XmlText).insertEmbed(0, new Y.XmlText('in'))],
    ['a break that holds something', (doc) => firstParagraph(doc).push([element('hardBreak', [element('hardBreak')])])],
  ])('refuses %s, and everybody writes on', async (_case, change) => {
    expect(await send(change)).toBe('malformed');
    type(mallory.doc, 4, '!');
    await until(() => textOf(alberto.doc) === 'safe!' && mallory.snapshot.state === 'saved', 'honest words');
    const { text } = await house.server.freeze(documentId);
    expect(text.clauses).toEqual([
      { id: 'c1', blocks: [{ type: 'paragraph', content: [{ type: 'text', text: 'safe!' }] }] },
    ]);
    expect(await house.stored()).toBe('safe!');
    expect(new Set(house.store.accepted.map(({ member }) => member))).toContain('mallory');
  });

  it('takes whatever an editor does: clauses, lists, new ids, tabs, marks and their removal', async () => {
    const honest: ((doc: Y.Doc) => void)[] = [
      (doc) => fragmentOf(doc).push([clause('c2'), clause('c3')]),
      (doc) => firstClause(doc).setAttribute('id', 'c7'),
      (doc) => firstClause(doc).setAttribute('id', 'c8'),
      (doc) => firstClause(doc).push([nested(5)]),
      (doc) => firstClause(doc).push([element('orderedList', [item([element('paragraph')])], { start: 0 })]),
      (doc) => (firstParagraph(doc).get(0) as Y.XmlText).insert(1, '\ta\u000bb'),
      (doc) => (firstParagraph(doc).get(0) as Y.XmlText).format(0, 2, { bold: {} }),
      (doc) => firstParagraph(doc).push([element('hardBreak'), new Y.XmlText('after')]),
      (doc) => firstClause(doc).delete(0, firstClause(doc).length - 1),
      (doc) => fragmentOf(doc).delete(1, 2),
    ];
    for (const change of honest) {
      mallory.doc.transact(() => change(mallory.doc), 'editor');
      await until(() => mallory.snapshot.state === 'saved', 'saved');
      const reading = readText(alberto.doc);
      expect(reading.ok).toBe(true);
    }
    await until(() => fragmentOf(alberto.doc).length === 1, 'the last change');
    expect((await house.server.read(documentId)).ok).toBe(true);
  });

  it('takes clauses that two people add and delete at the same time', async () => {
    alberto.doc.transact(() => fragmentOf(alberto.doc).push([clause('c2'), clause('c3')]), 'editor');
    await until(() => fragmentOf(mallory.doc).length === 3, 'the clauses');
    connection.disconnect();
    mallory.doc.transact(() => {
      fragmentOf(mallory.doc).delete(0, 1);
      fragmentOf(mallory.doc).push([clause('c4')]);
    }, 'editor');
    alberto.doc.transact(() => {
      fragmentOf(alberto.doc).delete(0, 2);
      fragmentOf(alberto.doc).push([clause('c4')]);
    }, 'editor');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    connection.connect();
    await until(() => mallory.snapshot.state === 'saved' && fragmentOf(alberto.doc).length === 3, 'both changes');
    expect(readText(alberto.doc)).toEqual(readText(mallory.doc));
    expect(readText(alberto.doc).ok).toBe(true);
  });

  it('takes it when several people, each leaving something, erase the whole text together, and they write on', async () => {
    alberto.doc.transact(() => firstClause(alberto.doc).push([element('paragraph')]), 'editor');
    await until(
      () => firstClause(mallory.doc).length === 2 && alberto.snapshot.state === 'saved',
      'a second paragraph',
    );
    connection.disconnect();
    mallory.doc.transact(() => firstClause(mallory.doc).delete(0, 1), 'editor');
    alberto.doc.transact(() => firstClause(alberto.doc).delete(1, 1), 'editor');
    connection.connect();
    await until(() => firstClause(alberto.doc).length === 0, 'nothing left');
    await until(() => mallory.snapshot.state === 'saved', 'saved');
    expect(mallory.snapshot.refusal).toBeNull();
    expect(await house.server.read(documentId)).toEqual({ ok: true, text: { clauses: [] } });
    // What editors do with a clause that holds nothing, and what anybody does next.
    alberto.doc.transact(() => fragmentOf(alberto.doc).delete(0, 1), 'editor');
    mallory.doc.transact(() => fragmentOf(mallory.doc).push([clause('c2')]), 'editor');
    await until(() => [alberto, mallory].every(({ snapshot }) => snapshot.state === 'saved'), 'saved');
    await until(() => readText(alberto.doc).ok && fragmentOf(alberto.doc).length === 1, 'the new clause');
    const { text } = await house.server.freeze(documentId);
    expect(text.clauses.map(({ id }) => id)).toEqual(['c2']);
  });

  it('takes the last clauses that a text may have when two people add them at the same moment', async () => {
    const clauses = (from: number, count: number) => Array.from({ length: count }, (_, at) => clause(`x${from + at}`));
    alberto.doc.transact(() => fragmentOf(alberto.doc).push(clauses(0, 498)), 'editor');
    await until(() => fragmentOf(mallory.doc).length === 499 && alberto.snapshot.state === 'saved', 'the clauses');
    connection.disconnect();
    for (const [index, { doc }] of [alberto, mallory].entries())
      doc.transact(() => fragmentOf(doc).push(clauses(600 + index, 1)), 'editor');
    connection.connect();
    await until(() => fragmentOf(alberto.doc).length === 501 && mallory.snapshot.state === 'saved', 'both');
    const { text } = await house.server.freeze(documentId);
    expect(text.clauses).toHaveLength(500);
    expect(text.clauses.at(-1)?.blocks).toHaveLength(2);
    expect(proposalTextSchema.safeParse(text).success).toBe(true);
  });

  it('takes a change of very many small parts', async () => {
    alberto.doc.transact(
      () => firstClause(alberto.doc).push(Array.from({ length: 11_000 }, () => element('paragraph'))),
      'editor',
    );
    await until(() => alberto.snapshot.state === 'saved' || alberto.snapshot.refusal !== null, 'saved');
    expect(alberto.snapshot.refusal).toBeNull();
    await until(() => firstClause(mallory.doc).length === 11_001, 'all of it');
  });
});
