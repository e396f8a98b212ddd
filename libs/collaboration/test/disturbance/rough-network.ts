import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { type Random } from './random.js';

/** A TCP proxy whose connections are slow and break. Bytes of one direction stay in order, as TCP has it. */
export class RoughNetwork {
  private readonly server = createServer((socket) => this.accept(socket));
  private readonly pairs: (readonly [Socket, Socket])[] = [];

  constructor(
    private readonly target: () => number,
    private readonly random: Random,
  ) {}

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  /** Breaks one of the connections, chosen at random. */
  breakOne(): void {
    if (this.pairs.length > 0) this.breakPair(this.pairs[this.random.below(this.pairs.length)]);
  }

  async close(): Promise<void> {
    for (const pair of [...this.pairs]) this.breakPair(pair);
    await new Promise((resolve) => this.server.close(resolve));
  }

  private accept(near: Socket): void {
    const far = connect(this.target(), '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.push(pair);
    for (const socket of pair) {
      socket.on('error', () => this.breakPair(pair));
      socket.on('close', () => this.breakPair(pair));
    }
    this.pipe(near, far);
    this.pipe(far, near);
  }

  private pipe(from: Socket, to: Socket): void {
    let earlier = Promise.resolve();
    from.on('data', (bytes) => {
      const slow = this.random.below(4) === 0 ? this.random.below(25) : 0;
      earlier = earlier.then(async () => {
        if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
        if (!to.destroyed) to.write(bytes);
      });
    });
  }

  private breakPair(pair: readonly [Socket, Socket] | undefined): void {
    const place = pair ? this.pairs.indexOf(pair) : -1;
    if (place >= 0) this.pairs.splice(place, 1);
    for (const socket of pair ?? []) socket.destroy();
  }
}
