import { type JsonObject } from '@tavolo/kernel';
import { AuditLogError, malformed, wrong } from '../audit-log-error.js';
import { base64, fromBase64 } from '../encoding/base64.js';
import { equalBytes } from '../encoding/bytes.js';
import { HASH_LENGTH } from '../merkle/hashing.js';
import { type TreeHead } from '../note/checkpoint.js';
import { signNote, type NoteSigner } from '../note/note-signer.js';
import { parseNote, verifyNote } from '../note/signed-note.js';
import { parseVerifierKey } from '../note/verifier-key.js';
import { type Entry } from './entry.js';

type Head = Omit<TreeHead, 'origin'>;

/** A log that goes on from a restored backup: what had been signed after the kept head is lost, and heads of it may be kept by others. */
export interface Restore {
  readonly origin: string;
  /** The last head that was signed before. */
  readonly lost: Head;
  /** The last signed head that the backup holds; size 0 when it holds none. */
  readonly kept: Head;
}

/** A restore as an entry `restore.performed` states it. */
export interface StatedRestore extends Restore {
  /** The vkey of the operator who let the log go on. */
  readonly operator: string;
  /** `restoreStatement`, signed by the operator (C2SP signed note). */
  readonly statement: string;
}

/** The text that an operator signs: four lines, `tavolo-restore/v1`, the origin, the lost head, the kept head. */
export function restoreStatement({ origin, lost, kept }: Restore): string {
  const line = (name: string, { size, root }: Head) => `${name} ${size} ${base64(root)}\n`;
  return `tavolo-restore/v1\n${origin}\n${line('lost', lost)}${line('kept', kept)}`;
}

/** The data of an entry `restore.performed`, signed by an operator. */
export function restoreData(restore: Restore, operator: NoteSigner): JsonObject {
  const head = ({ size, root }: Head) => ({ size, root: base64(root) });
  return {
    log: restore.origin,
    lost: head(restore.lost),
    kept: head(restore.kept),
    operator: operator.key.vkey,
    statement: signNote(restoreStatement(restore), [operator]),
  };
}

/** The restore that an entry states; nothing for other entries, and for one in another form. Its signature is not verified yet. */
export function restoreOf({ act, data }: Pick<Entry, 'act' | 'data'>): StatedRestore | undefined {
  if (act !== 'restore.performed') return undefined;
  const { log, operator, statement } = data;
  const [lost, kept] = [headOf(data.lost), headOf(data.kept)];
  if (typeof log !== 'string' || typeof operator !== 'string' || typeof statement !== 'string') return undefined;
  return lost && kept && { origin: log, lost, kept, operator, statement };
}

/** Verifies that the operator whom the entry names has signed what it states. @throws AuditLogError (wrong) */
export function checkRestoreSignature(restore: StatedRestore): void {
  try {
    const note = parseNote(restore.statement);
    if (note.text !== restoreStatement(restore)) throw wrong('the operator has signed another restore');
    verifyNote(note, [parseVerifierKey(restore.operator)]);
  } catch (error) {
    if (error instanceof AuditLogError) throw wrong(error.message);
    throw error;
  }
}

/** Whether heads of that size were lost in the restore. */
export function isLost(size: number, { lost, kept }: Restore): boolean {
  return size > kept.size && size <= lost.size;
}

/** Whether both state the same loss. */
export function sameRestore(a: Restore, b: Restore): boolean {
  const same = (one: Head, other: Head) => one.size === other.size && equalBytes(one.root, other.root);
  return a.origin === b.origin && same(a.lost, b.lost) && same(a.kept, b.kept);
}

function headOf(value: unknown): Head | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { size, root } = value as Record<string, unknown>;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0 || typeof root !== 'string') return undefined;
  try {
    const bytes = fromBase64(root);
    if (bytes.length !== HASH_LENGTH) throw malformed('no root');
    return { size, root: bytes };
  } catch (error) {
    if (error instanceof AuditLogError) return undefined;
    throw error;
  }
}
