import { base64, fromBase64 } from '@tavolo/audit-log';
import { z } from 'zod';
import { contentOf, writeDurably } from '../keys/secret-file.js';
import { type Head } from './signer.js';

const shape = z.record(z.string(), z.object({ size: z.int().min(1), root: z.string() }));

/** The heads that were signed, in a file of the signer's own. Each change is on disk before it counts. */
export class HeadMemory {
  #heads: ReadonlyMap<string, Head>;

  private constructor(
    private readonly path: string,
    heads: ReadonlyMap<string, Head>,
  ) {
    this.#heads = heads;
  }

  /** Reads the file, or starts with nothing when there is none. Throws when it cannot be read: forgetting would be signing anything. */
  static async open(path: string): Promise<HeadMemory> {
    const text = await contentOf(path);
    const heads = text === null ? {} : shape.parse(JSON.parse(text));
    const entries = Object.entries(heads).map(
      ([origin, { size, root }]) => [origin, { size, root: fromBase64(root) }] as const,
    );
    return new HeadMemory(path, new Map(entries));
  }

  get(origin: string): Head | null {
    return this.#heads.get(origin) ?? null;
  }

  all(): ReadonlyMap<string, Head> {
    return new Map(this.#heads);
  }

  remember(origin: string, head: Head): Promise<void> {
    return this.#keep(new Map(this.#heads).set(origin, head));
  }

  /** Forgets what came after `kept`; everything, when that is the empty tree. */
  goBack(origin: string, kept: Head): Promise<void> {
    const next = new Map(this.#heads).set(origin, kept);
    if (kept.size === 0) next.delete(origin);
    return this.#keep(next);
  }

  async #keep(next: ReadonlyMap<string, Head>): Promise<void> {
    const plain = [...next].map(([name, { size, root }]) => [name, { size, root: base64(root) }] as const);
    await writeDurably(this.path, `${JSON.stringify(Object.fromEntries(plain), null, 1)}\n`);
    this.#heads = next;
  }
}
