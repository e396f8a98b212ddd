import { TooManyRequests } from '../acts/problems.js';
import { type Authenticator } from '../http/authenticator.js';
import { type Caller, type ClientAddresses } from '../http/client-addresses.js';
import { type RateLimiter, type RateRule } from '../http/rate-limiter.js';

/** Who shares the places that one kind of caller has: sockets open at once, and handshakes. */
interface Places {
  readonly key: string;
  readonly mostOpen: number;
  readonly handshakes: RateRule;
}

/** Visitors of one address: a town hall reads along with many windows. What they open never counts against anybody who is signed in. */
const ofVisitors = {
  mostOpen: 300,
  // After a restart everybody comes back within seconds, each window with two sockets, some of them more than once.
  handshakes: { capacity: 1200, refillSeconds: 60, ofAddress: true },
} as const;

/** One session: `LiveSessions` keeps a hundred sockets of it and closes the oldest, for which a new one must first get in. */
const ofSession = { mostOpen: 200, handshakes: { capacity: 300, refillSeconds: 60 } } as const;

/**
 * Limits connections: those of visitors by the address they come from, those of people by their session, so that nobody shuts out her
 * neighbours behind one address. A browser tells its page nothing of a handshake that is refused, whatever the answer: the client tries
 * again by itself, later and later.
 */
export class SocketDoor {
  readonly #open = new Map<string, number>();
  readonly #admitted = new WeakMap<Caller, Places>();
  #sessions: Pick<Authenticator, 'authenticate'> | null = null;

  constructor(
    private readonly addresses: ClientAddresses,
    private readonly limiter: RateLimiter,
    private readonly addressFactor = 1,
  ) {}

  /** From now on people are told from visitors by their session. Before, everybody is a visitor. */
  recognise(sessions: Pick<Authenticator, 'authenticate'>): void {
    this.#sessions = sessions;
  }

  /** Whether one more connection may be opened by her. */
  async admits(caller: Caller): Promise<boolean> {
    const session = await this.#sessionOf(caller);
    const places = session === null ? this.#ofAddress(caller) : { key: `session:${session}`, ...ofSession };
    if ((this.#open.get(places.key) ?? 0) >= places.mostOpen) return false;
    try {
      await this.limiter.take(`handshake:${places.key}`, places.handshakes);
    } catch (error) {
      if (error instanceof TooManyRequests) return false;
      throw error;
    }
    this.#admitted.set(caller, places);
    return true;
  }

  /** A connection is open; `caller` is the one who was admitted. Returns what to call when it is closed. */
  opened(caller: Caller): () => void {
    const { key } = this.#admitted.get(caller) ?? this.#ofAddress(caller);
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return () => {
      const left = (this.#open.get(key) ?? 1) - 1;
      if (left > 0) this.#open.set(key, left);
      else this.#open.delete(key);
    };
  }

  #ofAddress(caller: Caller): Places {
    const { mostOpen, handshakes } = ofVisitors;
    const key = `address:${this.addresses.of(caller)}`;
    return { key, mostOpen: mostOpen * this.addressFactor, handshakes };
  }

  async #sessionOf({ headers: { cookie } }: Caller): Promise<string | null> {
    if (cookie === undefined) return null;
    try {
      const who = await this.#sessions?.authenticate(cookie);
      return who?.kind === 'person' ? who.session : null;
    } catch {
      // Nobody can be known at the moment: the namespace she asks for tells her so, and the log.
      return null;
    }
  }
}
