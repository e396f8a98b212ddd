import * as Y from 'yjs';
import { documentId, House, type } from '../../test/house.js';
import { until } from '../../test/until.js';
import { type LocalCopy } from './local-copy.js';

/** A device: what it stores outlives the page. */
class Device {
  readonly updates: Uint8Array[] = [];
  readonly ids = new Set<number>();

  /** What a page uses of it. */
  page(): LocalCopy {
    let stop: () => void = () => undefined;
    return {
      attach: async (doc) => {
        await Promise.resolve();
        for (const update of this.updates) Y.applyUpdate(doc, update, this);
        const store = (update: Uint8Array): void => void this.updates.push(update);
        doc.on('update', store);
        stop = () => doc.off('update', store);
      },
      clientIds: () => Promise.resolve([...this.ids]),
      rememberClient: (id) => {
        this.ids.add(id);
        return Promise.resolve();
      },
      detach: () => {
        stop();
        return Promise.resolve();
      },
    };
  }
}

describe('changes that were not acknowledged', () => {
  let house: House;
  beforeEach(async () => {
    house = await new House().open();
  });
  afterEach(() => house.close());

  it('are offered again after a reload, and the person is told', async () => {
    const device = new Device();
    const connection = house.connect('nadia');
    const before = await house.visit('nadia', device.page(), connection);
    connection.disconnect();
    type(before.doc, 0, 'not lost');
    before.destroy();
    const after = await house.visit('nadia', device.page());
    expect(after.snapshot.recovered).toBe(true);
    await until(() => after.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('not lost');
    const third = await house.visit('nadia', device.page());
    expect(third.snapshot).toMatchObject({ recovered: false, unacknowledged: 0, state: 'saved' });
  });

  it('include what was written in a page that was never connected, under an id of its own', async () => {
    const device = new Device();
    const first = await house.visit('nadia', device.page());
    first.destroy();
    const connection = house.connect('nadia');
    connection.disconnect();
    const offline = house.provider(connection, device.page());
    await until(() => offline.isReady, 'the local copy');
    type(offline.doc, 0, 'on the train');
    expect(offline.snapshot.state).toBe('offline');
    connection.connect();
    await until(() => offline.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('on the train');
    expect(house.store.accepted.at(-1)).toMatchObject({ documentId, member: 'nadia' });
  });
});
