import { documentId, House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';

describe('documents in memory', () => {
  it('are put away after the last one left, compacted, and come back as they were', async () => {
    const house = await new House({ limits: { graceMs: 5 } }).open();
    const alberto = await house.visit('alberto');
    const nadia = await house.visit('nadia');
    type(alberto.doc, 0, 'kept');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    alberto.destroy();
    nadia.destroy();
    await until(() => house.server.openDocuments === 0, 'an empty shelf');
    expect(house.store.compactions).toBe(1);
    const again = await house.visit('nadia');
    expect(textOf(again.doc)).toBe('kept');
    await house.close();
  });

  it('stay while somebody is there, and leave also when they cannot be compacted', async () => {
    const house = await new House({ limits: { graceMs: 5 } }).open();
    house.store.compact = () => Promise.reject(new Error('locked'));
    const alberto = await house.visit('alberto');
    type(alberto.doc, 0, 'kept');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    expect(house.server.openDocuments).toBe(1);
    alberto.destroy();
    await until(() => house.server.openDocuments === 0, 'an empty shelf');
    expect(house.problems).toContain('a document could not be compacted');
    expect(await house.stored()).toBe('kept');
    await house.close();
  });

  it('are not closed while one of them is being compacted', async () => {
    const house = await new House({ limits: { graceMs: 5 } }).open();
    const { store } = house;
    let finish: (() => void) | undefined;
    store.compact = () => new Promise((resolve) => (finish = resolve));
    const alberto = await house.visit('alberto');
    type(alberto.doc, 0, 'kept');
    await until(() => alberto.snapshot.state === 'saved', 'saved');
    alberto.destroy();
    await until(() => finish !== undefined, 'compacting');
    let isClosed = false;
    const closing = house.server.close().then(() => (isClosed = true));
    // Whatever else closing waits for is over by now.
    await until(() => house.server.openDocuments === 0, 'an empty shelf');
    expect(isClosed).toBe(false);
    finish?.();
    await closing;
    await house.close();
  });

  it('take an edit of the server also when they are put away while it is being prepared', async () => {
    const house = await new House({ limits: { graceMs: 5 } }).open();
    const { store, server } = house;
    const register = store.registerClient.bind(store);
    store.registerClient = async (...asked) => {
      await until(() => server.openDocuments === 0, 'an empty shelf');
      store.registerClient = register;
      return register(...asked);
    };
    await server.edit(documentId, 'alberto', (doc) => type(doc, 0, 'merged'));
    expect(await house.stored()).toBe('merged');
    await house.close();
  });

  it('are not opened from a store that fails: the client tries again, nothing blank is kept', async () => {
    const house = await new House().open();
    house.store.loadFailure = new Error('no connection');
    const provider = house.provider(house.connect('alberto'));
    await until(() => house.problems.includes('a document could not be loaded'), 'the failure');
    expect(house.server.openDocuments).toBe(0);
    house.store.loadFailure = undefined;
    await until(() => provider.snapshot.state === 'saved', 'the document');
    expect(provider.doc.getXmlFragment('text').length).toBe(1);
    await house.close();
  });

  it('are compacted when their log grows long', async () => {
    const house = await new House({ limits: { compactAboveUpdates: 5 } }).open();
    const alberto = await house.visit('alberto');
    for (const letter of 'compacted') {
      type(alberto.doc, 99, letter);
      await until(() => alberto.snapshot.state === 'saved', 'saved');
    }
    await until(() => house.store.compactions > 0, 'a compaction');
    expect(await house.stored()).toBe('compacted');
    await house.close();
  });
});
