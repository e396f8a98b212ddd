import { ed25519PublicKey, verifierKey } from '@tavolo/audit-log';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { contentOf, writeDurably } from '../keys/secret-file.js';
import { type LogKey } from './signer.js';

const secret = z.string().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const common = { since: z.string().nullable(), announcedIn: z.array(z.string()) };
const ringKey = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['announced', 'signing', 'leaving']), seed: secret, ...common }),
  z.object({ state: z.literal('retired'), publicKey: secret, ...common }),
]);
const ring = z.object({ format: z.literal('tavolo-signer-keys/1'), keys: z.array(ringKey).min(1) });

type RingKey = z.infer<typeof ringKey>;

/** A key that signs. */
export interface SeedOfKey {
  readonly seed: Uint8Array;
}

/**
 * The keys of the signer, in a file of its own, oldest first. There is one key to begin with. A change of keys goes through
 * `announce` (the new key exists, and is told in the logs), `putIntoUse` (both sign) and `retire` (the old one signs no more,
 * and its secret is destroyed); each step is on disk before it counts, so that after a crash the next start goes on.
 *
 * A key signs a log only if the log began with it or announced it: logs that were opened later know the newer keys alone.
 */
export class SignerKeys {
  #keys: readonly RingKey[];

  private constructor(
    private readonly path: string | null,
    keys: readonly RingKey[],
  ) {
    this.#keys = keys;
  }

  /** Reads the file, which may hold a single secret in base64; makes a key when there is no file. Throws when it holds anything else. */
  static async open(path: string): Promise<SignerKeys> {
    const text = await contentOf(path);
    if (text === null) {
      const seed = randomBytes(32);
      await writeDurably(path, `${seed.toString('base64')}\n`);
      return new SignerKeys(path, [onlyKey(seed)]);
    }
    if (text.startsWith('{')) return new SignerKeys(path, ring.parse(JSON.parse(text)).keys);
    const seed = Buffer.from(text.trim(), 'base64');
    if (seed.length !== 32) throw new Error(`${path} does not hold a secret of 32 bytes`);
    return new SignerKeys(path, [onlyKey(seed)]);
  }

  /** One key that is kept nowhere. */
  static of(seed: Uint8Array): SignerKeys {
    return new SignerKeys(null, [onlyKey(seed)]);
  }

  /** The keys that have signed a log or sign it now, oldest first. */
  keysOf(origin: string): LogKey[] {
    return this.#of(origin).map((key) => ({
      vkey: verifierKey(origin, publicKeyOf(key)).vkey,
      state: key.state === 'announced' ? 'signing' : key.state,
    }));
  }

  /** The keys that sign a log now: the newest, and those that are leaving. */
  signersOf(origin: string): SeedOfKey[] {
    return this.#of(origin).flatMap((key) => (key.state === 'retired' ? [] : [{ seed: key.seed }]));
  }

  /** The vkey, for a log, of a key that was announced and does not sign yet; `null` when there is none. */
  announced(origin: string): string | null {
    const key = this.#keys.find(({ state }) => state === 'announced');
    return key ? verifierKey(origin, publicKeyOf(key)).vkey : null;
  }

  get hasAnnounced(): boolean {
    return this.#keys.some(({ state }) => state === 'announced');
  }

  /** Makes the next key, unless one is announced already. */
  async announce(): Promise<void> {
    if (this.hasAnnounced) return;
    const seed = new Uint8Array(randomBytes(32));
    await this.#keep([...this.#keys, { state: 'announced', seed, since: null, announcedIn: [] }]);
  }

  /** The announced key signs from now on, and the others go on with it for a while. `origins`: the logs that announce it. */
  async putIntoUse(origins: readonly string[], now: Date): Promise<void> {
    const since = now.toISOString();
    await this.#keep(
      this.#keys.map((key): RingKey => {
        if (key.state === 'announced') return { ...key, state: 'signing', since, announcedIn: [...origins] };
        return key.state === 'signing' ? { ...key, state: 'leaving', since } : key;
      }),
    );
  }

  /** Retires the keys that have been leaving since `before` or longer. Returns how many. */
  async retire(before: Date): Promise<number> {
    const due = this.#keys.filter(
      ({ state, since }) => state === 'leaving' && since !== null && new Date(since) <= before,
    );
    if (due.length === 0) return 0;
    await this.#keep(
      this.#keys.map((key) => {
        if (!due.includes(key)) return key;
        return { state: 'retired', publicKey: publicKeyOf(key), since: key.since, announcedIn: key.announcedIn };
      }),
    );
    return due.length;
  }

  #of(origin: string): RingKey[] {
    const used = this.#keys.filter(({ state }) => state !== 'announced');
    // Backwards from the newest: a log that did not announce a key began with it.
    const first = used.findLastIndex(({ announcedIn }) => !announcedIn.includes(origin));
    return used.slice(Math.max(first, 0));
  }

  async #keep(keys: readonly RingKey[]): Promise<void> {
    if (this.path !== null) await writeDurably(this.path, `${JSON.stringify(written(keys), null, 1)}\n`);
    this.#keys = keys;
  }
}

const onlyKey = (seed: Uint8Array): RingKey => ({
  state: 'signing',
  seed: new Uint8Array(seed),
  since: null,
  announcedIn: [],
});

function publicKeyOf(key: RingKey): Uint8Array<ArrayBuffer> {
  return new Uint8Array(key.state === 'retired' ? key.publicKey : ed25519PublicKey(key.seed));
}

function written(keys: readonly RingKey[]): z.input<typeof ring> {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    format: 'tavolo-signer-keys/1',
    keys: keys.map((key) =>
      key.state === 'retired' ? { ...key, publicKey: text(key.publicKey) } : { ...key, seed: text(key.seed) },
    ),
  };
}
