import { House, textOf, type } from '../../test/house.js';
import { QuietNetwork } from '../../test/quiet-network.js';
import { until } from '../../test/until.js';

describe('the state of a text', () => {
  let house: House;
  let quiet: QuietNetwork;
  let url: string;
  beforeEach(async () => {
    house = await new House().open();
    quiet = new QuietNetwork(Number(new URL(house.url).port));
    url = await quiet.open();
  });
  afterEach(async () => {
    await house.close();
    await quiet.close();
  });

  it('is offline in the moment in which the device says so, and saved again when the server is reached', async () => {
    const network = new EventTarget();
    const connection = house.connect('nadia', { network, url });
    const nadia = await house.visit('nadia', undefined, connection);
    quiet.refuses = true;
    network.dispatchEvent(new Event('offline'));
    expect(nadia.snapshot.state).toBe('offline');
    const since = nadia.snapshot.offlineSince;
    expect(since).not.toBeNull();
    type(nadia.doc, 0, 'kept');
    await new Promise((resolve) => connection.io.once('reconnect_error', resolve));
    expect(nadia.snapshot).toMatchObject({ state: 'offline', offlineSince: since, unacknowledged: 1, canWrite: true });
    quiet.refuses = false;
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(await house.stored()).toBe('kept');
  });

  it('does not stay offline where the device has no network but the server is on it', async () => {
    const network = new EventTarget();
    const nadia = await house.visit('nadia', undefined, house.connect('nadia', { network }));
    network.dispatchEvent(new Event('offline'));
    expect(nadia.snapshot.state).toBe('offline');
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    network.dispatchEvent(new Event('offline'));
    expect(nadia.snapshot.state).toBe('offline');
    await until(() => nadia.snapshot.state === 'saved', 'saved again');
  });

  it('is saving at once, and offline when the server says nothing any more, since the first word without an answer', async () => {
    const connection = house.connect('nadia', { url });
    const nadia = house.provider(connection, undefined, { answerMs: 150 });
    await until(() => nadia.snapshot.state === 'saved', 'the document');
    quiet.fallSilent();
    const before = Date.now();
    type(nadia.doc, 0, 'kept');
    expect(nadia.snapshot.state).toBe('saving');
    await until(() => nadia.snapshot.state === 'offline', 'offline');
    expect(connection.connected).toBe(true);
    expect(nadia.snapshot.offlineSince).toBeGreaterThanOrEqual(before);
    expect(nadia.snapshot.canWrite).toBe(true);
    type(nadia.doc, 4, ' all');
    expect(nadia.snapshot.state).toBe('offline');
    quiet.speakAgain();
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(nadia.snapshot.offlineSince).toBeNull();
    expect(await house.stored()).toBe('kept all');
  });

  it('is not offline while the server is slow to store but there', async () => {
    const alberto = await house.visit('alberto');
    const nadia = house.provider(house.connect('nadia'), undefined, { answerMs: 150 });
    await until(() => nadia.snapshot.state === 'saved', 'the document');
    const states = new Set<string>();
    nadia.subscribe(() => states.add(nadia.snapshot.state));
    let open: () => void = () => undefined;
    house.store.gate = new Promise<void>((resolve) => (open = resolve));
    type(nadia.doc, 0, 'slowly');
    await until(() => textOf(alberto.doc) === 'slowly', 'what she wrote');
    const joins = house.questions;
    await until(() => house.questions > joins, 'asking again');
    open();
    await until(() => nadia.snapshot.state === 'saved', 'saved');
    expect(states).toEqual(new Set(['saving', 'saved']));
  });
});
