import { type ClientAddresses, type Caller } from '../http/client-addresses.js';
import { type RateLimiter, type RateRule } from '../http/rate-limiter.js';
import { TooManyRequests } from '../acts/problems.js';

/** After a restart everybody comes back within seconds, each window with two sockets, some of them more than once. */
const handshakes: RateRule = { capacity: 1200, refillSeconds: 60, ofAddress: true };

/** So many connections are open at once from one address: forty people with many windows each. */
const mostOpen = 1000;

/**
 * Limits connections by the address they come from. A browser tells its page nothing of a handshake that is refused, whatever the answer:
 * the client tries again by itself, later and later.
 */
export class SocketDoor {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly addresses: ClientAddresses,
    private readonly limiter: RateLimiter,
    private readonly addressFactor = 1,
  ) {}

  /** Whether one more connection may be opened from there. */
  async admits(caller: Caller): Promise<boolean> {
    const address = this.addresses.of(caller);
    if ((this.#open.get(address) ?? 0) >= mostOpen * this.addressFactor) return false;
    try {
      await this.limiter.take(`handshake:${address}`, handshakes);
      return true;
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
  }

  /** A connection is open. Returns what to call when it is closed. */
  opened(caller: Caller): () => void {
    const address = this.addresses.of(caller);
    this.#open.set(address, (this.#open.get(address) ?? 0) + 1);
    return () => {
      const left = (this.#open.get(address) ?? 1) - 1;
      if (left > 0) this.#open.set(address, left);
      else this.#open.delete(address);
    };
  }
}
