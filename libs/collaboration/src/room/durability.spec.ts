import * as Y from 'yjs';
import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';

describe('saved means stored', () => {
  let house: House;
  beforeEach(async () => {
    house = await new House({ limits: { storePatienceMs: 60 } }).open();
  });
  afterEach(() => house.close());

  it('shows a change to the others at once, and calls it saved only after the commit', async () => {
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    let letGo: () => void = () => undefined;
    house.store.gate = new Promise((resolve) => (letGo = resolve));
    type(alberto.doc, 0, 'early');
    await until(() => textOf(nadia.doc) === 'early', 'the change on the other screen');
    expect(alberto.snapshot).toMatchObject({ state: 'saving', unacknowledged: 1 });
    expect(await house.stored()).toBe('');
    letGo();
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('early');
  });

  it('never calls a change saved while the store fails, stops taking more, and stores everything once it works again', async () => {
    const alberto = await house.visit('alberto');
    let attempts = 0;
    house.store.appendFailure = () => {
      attempts++;
      return new Error('disk full');
    };
    type(alberto.doc, 0, 'kept');
    await until(() => attempts > 3 && alberto.snapshot.unacknowledged === 1, 'several attempts');
    type(alberto.doc, 4, ' too');
    // It may join again and again meanwhile: being in the server's memory is not being saved.
    await until(() => attempts > 5, 'more attempts');
    expect(alberto.hasUnsaved()).toBe(true);
    house.store.appendFailure = undefined;
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('kept too');
    expect(house.problems).toContain('a document could not be stored');
  });

  it('does not let one document that cannot be stored hold up another', async () => {
    const alberto = await house.visit('alberto');
    house.store.appendFailure = (updates) =>
      updates.some((update) => update.documentId === 'P-2') ? new Error('unfit') : undefined;
    const both = house.server.edit('P-2', 'nadia', (doc) =>
      doc.getXmlFragment('text').insert(0, [new Y.XmlElement('clause')]),
    );
    type(alberto.doc, 0, 'fine');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    await expect(both).rejects.toMatchObject({ code: 'retry' });
  });

  it('commits together what arrives while a commit is under way', async () => {
    const visitors = await Promise.all(['a', 'b', 'c', 'd'].map((member) => house.visit(member)));
    let letGo: () => void = () => undefined;
    house.store.gate = new Promise((resolve) => (letGo = resolve));
    const before = house.store.commits;
    for (const { doc } of visitors) type(doc, 0, 'x');
    await until(() => visitors.every(({ doc }) => textOf(doc) === 'xxxx'), 'all four');
    house.store.gate = undefined;
    letGo();
    await until(() => visitors.every(({ snapshot }) => snapshot.state === 'saved'), 'saved');
    expect(house.store.commits - before).toBeLessThanOrEqual(2);
    expect(await house.stored()).toBe('xxxx');
  });

  it('keeps a document in memory as long as it is not stored, and stores it before it closes', async () => {
    const connection = house.connect('alberto');
    const alberto = await house.visit('alberto', undefined, connection);
    type(alberto.doc, 0, 'last words');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    type(alberto.doc, 0, 'the very ');
    await house.server.close();
    const stored = await house.stored();
    expect(['last words', 'the very last words']).toContain(stored);
    if (stored === 'last words') expect(alberto.hasUnsaved()).toBe(true);
  });

  it('tells the audit log who contributed, and never before it is stored', async () => {
    const alberto = await house.visit('alberto');
    type(alberto.doc, 0, 'one');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(house.revisions).toEqual([]);
    await house.server.freeze(documentId);
    expect(house.revisions).toMatchObject([{ documentId, contributors: [{ member: 'alberto', updates: 1 }] }]);
  });
});
