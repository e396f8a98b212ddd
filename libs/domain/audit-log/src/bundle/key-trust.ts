import { wrong } from '../audit-log-error.js';
import { type Entry } from '../entry/entry.js';
import { SIGNATURE_TYPE, parseVerifierKey, type VerifierKey } from '../note/verifier-key.js';

/** A change of the keys of a log, written in the log itself. */
export interface KeyEvent {
  /** Index of the entry. */
  readonly index: number;
  readonly change: 'added' | 'retired';
  readonly key: VerifierKey;
}

/** The key event of an entry, or nothing when the entry is another act. Refuses (wrong) a key of another log. */
export function keyEvent(entry: Entry, index: number, origin: string): KeyEvent | undefined {
  if (entry.act !== 'log.key.added' && entry.act !== 'log.key.retired') return undefined;
  const { vkey } = entry.data;
  if (typeof vkey !== 'string') throw wrong(`${entry.act} without data.vkey`);
  const key = readKey(vkey);
  if (key.name !== origin || key.type !== SIGNATURE_TYPE.ed25519) throw wrong(`${vkey} is not a key of this log`);
  return { index, change: entry.act === 'log.key.added' ? 'added' : 'retired', key };
}

function readKey(vkey: string): VerifierKey {
  try {
    return parseVerifierKey(vkey);
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : 'an unreadable key');
  }
}

/**
 * Which keys may sign which sizes. Pinned keys may from the start. A key that the log adds may sign sizes above the first
 * checkpoint that covers the addition and is signed by a key trusted there. A key that the log retires may no longer sign
 * any size that covers the retirement.
 */
export class KeyTrust {
  private readonly coveringSizes: number[] = [];

  constructor(
    private readonly pinned: readonly VerifierKey[],
    private readonly events: readonly KeyEvent[],
  ) {}

  /** Every key that some size may trust. */
  get keys(): VerifierKey[] {
    const keys = [...this.pinned, ...this.events.map(({ key }) => key)];
    return [...new Map(keys.map((key) => [key.vkey, key])).values()];
  }

  /** Call for each checkpoint that a trusted key signed, smaller sizes first. */
  covers(size: number): void {
    this.coveringSizes.push(size);
  }

  mayHaveSigned({ vkey }: VerifierKey, size: number): boolean {
    let trusted = this.pinned.some((key) => key.vkey === vkey);
    for (const { index, change, key } of this.events) {
      if (key.vkey !== vkey) continue;
      if (change === 'retired' && index < size) trusted = false;
      if (change === 'added' && this.coveringSizes.some((covering) => covering > index && covering < size))
        trusted = true;
    }
    return trusted;
  }
}
