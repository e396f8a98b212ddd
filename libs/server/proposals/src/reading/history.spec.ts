import { emptyText, encodeText } from '@tavolo/collaboration/text';
import * as Y from 'yjs';
import { type DocumentLog, type KeptUpdate } from '../writing/document-log.repository.js';
import { HistoryReader } from './history.reader.js';

const nine = Date.parse('2026-11-24T09:00:00.000Z');

/** A text that several people write, each change kept with its member as the server keeps it. */
class Desk {
  readonly doc = new Y.Doc({ gc: false });
  private readonly kept: KeptUpdate[] = [];
  private readonly ids = new Map([['Server', 9]]);

  constructor() {
    // Applied under another id: Yjs gives a document a new one when it meets its own.
    this.keep('Server', 0, () => Y.applyUpdate(this.doc, encodeText(emptyText(), 1)));
  }

  /** @param second seconds after nine */
  keep(member: string, second: number, change: (doc: Y.Doc) => void): void {
    const id = this.ids.get(member) ?? this.ids.size + 9;
    this.ids.set(member, id);
    this.doc.clientID = id;
    const produced: Uint8Array[] = [];
    const listen = (update: Uint8Array) => produced.push(update);
    this.doc.on('update', listen);
    change(this.doc);
    this.doc.off('update', listen);
    for (const data of produced)
      this.kept.push({
        seq: String(this.kept.length),
        data: Buffer.from(data),
        member,
        createdAt: new Date(nine + second * 1000),
      });
  }

  paragraph(clause = 0): Y.XmlText {
    const element = this.doc.getXmlFragment('text').get(clause) as Y.XmlElement;
    const paragraph = element.get(0) as Y.XmlElement;
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    return paragraph.get(0) as Y.XmlText;
  }

  /** Letter by letter, at the end of a clause or before some words of it. */
  type(member: string, second: number, words: string, before?: string): void {
    for (const letter of words)
      this.keep(member, second, () => {
        const text = this.paragraph();
        const at = before === undefined ? text.length : text.toJSON().indexOf(before);
        text.insert(at, letter);
      });
  }

  erase(member: string, second: number, words: string): void {
    this.keep(member, second, () => {
      const text = this.paragraph();
      text.delete(text.toJSON().indexOf(words), words.length);
    });
  }

  async history() {
    const log: Pick<DocumentLog, 'all'> = { all: () => Promise.resolve(this.kept) };
    const entries = await new HistoryReader(log as DocumentLog).of('d');
    return entries.map(({ by, at, until, changes }) => ({
      by,
      from: (Date.parse(at) - nine) / 1000,
      to: (Date.parse(until) - nine) / 1000,
      changes: changes.map(({ number, added, removed }) => `${number}: +${added} -${removed}`),
    }));
  }
}

describe('who wrote what', () => {
  it('is one row for each person, however their letters mix, with her whole words and from when to when', async () => {
    const desk = new Desk();
    desk.type('Teresa', 0, 'Support at night.');
    for (let round = 0; round < 20; round++) {
      desk.type('Carla', round, 'each and every day, '[round] ?? '', 'at night');
      desk.type('Paola', round, ' And a telephone line.'[round] ?? '');
    }
    const rows = await desk.history();
    expect(rows.map(({ by, from, to }) => [by, from, to])).toEqual([
      ['Teresa', 0, 0],
      ['Carla', 0, 19],
      ['Paola', 0, 19],
    ]);
    expect(rows.map(({ changes }) => changes)).toEqual([
      ['1: +Support at night. -'],
      ['1: +each and every day, -'],
      ['1: +And a telephone lin -'],
    ]);
  });

  it('begins anew after a pause of five minutes', async () => {
    const desk = new Desk();
    desk.type('Teresa', 0, 'Support');
    desk.type('Teresa', 200, ' at night');
    desk.type('Teresa', 800, ' and by day');
    expect((await desk.history()).map(({ from, to, changes }) => [from, to, ...changes])).toEqual([
      [0, 200, '1: +Support at night -'],
      [800, 800, '1: +and by day -'],
    ]);
  });

  it('shows the word that was mended, and who removed what others wrote, also in the same moment', async () => {
    const desk = new Desk();
    desk.type('Teresa', 0, 'A suport at night for all.');
    desk.type('Carla', 600, 'p', 'port');
    desk.erase('Carla', 601, ' for all');
    desk.type('Paola', 602, ' Or never.');
    desk.erase('Carla', 603, ' Or never.');
    desk.type('Paola', 604, ' Gone');
    desk.erase('Paola', 605, ' Gone');
    expect((await desk.history()).slice(1)).toEqual([
      { by: 'Carla', from: 600, to: 603, changes: ['1: +support -for all. Or never.'] },
      { by: 'Paola', from: 602, to: 605, changes: ['1: +Or never. -'] },
    ]);
  });

  it('takes the division of a clause for no change of words', async () => {
    const desk = new Desk();
    desk.type('Teresa', 0, 'First part. Second part.');
    desk.keep('Carla', 600, (doc) =>
      doc.transact(() => {
        desk.paragraph().delete(11, 13);
        const [clause, paragraph] = [new Y.XmlElement('clause'), new Y.XmlElement('paragraph')];
        paragraph.insert(0, [new Y.XmlText('Second part.')]);
        clause.insert(0, [paragraph]);
        doc.getXmlFragment('text').push([clause]);
      }),
    );
    expect((await desk.history()).map(({ by }) => by)).toEqual(['Teresa']);
  });

  it('names the number that a removed clause had', async () => {
    const desk = new Desk();
    desk.type('Teresa', 0, 'Kept.');
    desk.keep('Teresa', 1, (doc) => {
      const [clause, paragraph] = [new Y.XmlElement('clause'), new Y.XmlElement('paragraph')];
      paragraph.insert(0, [new Y.XmlText('To be removed.')]);
      clause.insert(0, [paragraph]);
      doc.getXmlFragment('text').push([clause]);
    });
    desk.keep('Carla', 900, (doc) => doc.getXmlFragment('text').delete(1, 1));
    expect((await desk.history()).at(-1)).toMatchObject({ by: 'Carla', changes: ['2: + -To be removed.'] });
  });
});
