import { documentId, erase, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';

describe('writing together', () => {
  let house: House;
  beforeEach(async () => {
    house = await new House().open();
  });
  afterEach(() => house.close());

  it('shows everybody the same text within moments, and says when it is saved', async () => {
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    type(alberto.doc, 0, 'Support is available at night.');
    await until(() => textOf(nadia.doc) === 'Support is available at night.', 'what he wrote');
    type(alberto.doc, 21, 'every day ');
    erase(nadia.doc, 0, 7);
    type(nadia.doc, 0, 'A support worker');
    expect(alberto.snapshot.state).toBe('saving');
    const both = 'A support worker is available every day at night.';
    await until(() => textOf(alberto.doc) === both && textOf(nadia.doc) === both, 'both changes');
    await until(() => alberto.snapshot.state === 'saved' && nadia.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe(both);
    expect(alberto.hasUnsaved()).toBe(false);
  });

  it('keeps who wrote what: each stored update names its member and writes under her ids only', async () => {
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    type(alberto.doc, 0, 'his ');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    type(nadia.doc, 0, 'hers ');
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    const byMember = house.store.accepted.filter(({ member }) => member !== 'secretary');
    expect(byMember.map(({ member, clientIds }) => [member, clientIds])).toEqual([
      ['alberto', [alberto.doc.clientID]],
      ['nadia', [nadia.doc.clientID]],
    ]);
  });

  it('joins what was written without a connection, losing nothing of either side', async () => {
    const alberto = await house.visit('alberto');
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    connection.disconnect();
    expect(nadia.snapshot.state).toBe('offline');
    type(nadia.doc, 0, 'offline ');
    type(nadia.doc, 0, 'written ');
    expect(nadia.snapshot.unacknowledged).toBe(2);
    type(alberto.doc, 0, 'online ');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    connection.connect();
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    await until(() => textOf(alberto.doc) === textOf(nadia.doc), 'the same text');
    expect(textOf(alberto.doc).split(' ').sort().join(' ').trim()).toBe('offline online written');
    expect(nadia.snapshot.offlineSince).toBeNull();
  });

  it('takes a long text written without a connection in parts', async () => {
    const alberto = await house.visit('alberto');
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    connection.disconnect();
    const long = 'è una prova 😀 '.repeat(40_000);
    type(nadia.doc, 0, long);
    connection.connect();
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    await until(() => textOf(alberto.doc) === long, 'the whole text');
    expect(await house.stored()).toBe(long);
  });

  it('shows names and cursors as the server knows them, and lets them go with their owner', async () => {
    const alberto = await house.visit('alberto');
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    nadia.awareness.setLocalStateField('user', { name: 'the mayor' });
    nadia.awareness.setLocalStateField('cursor', { anchor: 3 });
    const seen = () => alberto.awareness.getStates().get(nadia.doc.clientID);
    await until(() => seen()?.cursor !== undefined, 'her cursor');
    expect(seen()).toMatchObject({ user: { member: 'nadia', name: 'Name of nadia', sector: 'third' } });
    connection.disconnect();
    await until(() => seen() === undefined, 'her leaving');
  });

  it('gives two people who open a document at the same moment one and the same document', async () => {
    const before = house.store.loads;
    const visitors = await Promise.all(Array.from({ length: 30 }, (_, i) => house.visit(`member-${i}`)));
    expect(house.store.loads - before).toBe(1);
    const [first, ...others] = visitors;
    type(first!.doc, 0, 'one');
    await until(() => others.every(({ doc }) => textOf(doc) === 'one'), 'what the first wrote');
  });

  it('lets the server write for a member, for everybody to see', async () => {
    const alberto = await house.visit('alberto');
    await house.server.edit(documentId, 'nadia', (doc) => type(doc, 0, 'merged'));
    await until(() => textOf(alberto.doc) === 'merged', 'the merged amendment');
    expect(house.store.accepted.at(-1)?.member).toBe('nadia');
    const reading = await house.server.read(documentId);
    expect(reading.ok && reading.text.clauses).toHaveLength(1);
  });
});
