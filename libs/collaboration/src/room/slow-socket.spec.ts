import { House, textOf, type } from '../../test/house.js';
import { until } from '../../test/until.js';

/** The TCP socket below a connection. */
interface Below {
  readonly transport: { readonly ws: { readonly _socket: { pause(): void; resume(): void } } };
}

describe('somebody whose network takes nothing for a while', () => {
  const limits = {
    bytesPerSecond: 100_000_000,
    byteBurst: 100_000_000,
    outgoingBytes: 100_000,
    compactAboveBytes: 100_000_000,
  };
  const sixMegabytes = async (house: House): Promise<string> => {
    const alberto = await house.visit('alberto');
    for (let i = 0; i < 60; i++) {
      type(alberto.doc, 0, 'x'.repeat(100_000));
      await until(() => alberto.snapshot.state === 'saved', 'saved');
    }
    return textOf(alberto.doc);
  };

  it('holds up nobody, and gets all that she missed when it works again', async () => {
    const house = await new House({ limits }).open();
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    const tcp = (connection.io.engine as unknown as Below).transport.ws._socket;
    tcp.pause();
    const text = await sixMegabytes(house);
    expect(textOf(nadia.doc).length).toBeLessThan(text.length);
    tcp.resume();
    await until(() => textOf(nadia.doc).length === text.length, 'the whole text');
    await house.close();
  });

  it('is let go after too long, and comes back', async () => {
    const house = await new House({ limits: { ...limits, behindMs: 1 } }).open();
    const connection = house.connect('nadia');
    const nadia = await house.visit('nadia', undefined, connection);
    const tcp = (connection.io.engine as unknown as Below).transport.ws._socket;
    let disconnected = false;
    connection.once('disconnect', () => (disconnected = true));
    tcp.pause();
    const text = await sixMegabytes(house);
    tcp.resume();
    await until(() => disconnected, 'the closed socket');
    await until(() => textOf(nadia.doc).length === text.length, 'the whole text');
    await house.close();
  });
});
