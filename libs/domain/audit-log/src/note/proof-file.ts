import { malformed } from '../audit-log-error.js';
import { base64, fromBase64 } from '../encoding/base64.js';
import { parseDecimal } from './checkpoint.js';

const HEADER = 'c2sp.org/tlog-proof@v1';

/** What a `.tlog-proof` file states: the leaf at `index` is under the checkpoint. Nothing is verified yet. */
export interface TlogProof {
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Opaque data that nobody has signed. */
  readonly extra?: Uint8Array;
}

/** What a witness gets: the checkpoint continues the tree of `oldSize` leaves. Nothing is verified yet. */
export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
}

/** Writes a C2SP tlog-proof@v1. */
export function writeTlogProof({ index, proof, checkpoint, extra }: TlogProof): string {
  const extraLine = extra ? `extra ${base64(extra)}\n` : '';
  return `${HEADER}\n${extraLine}index ${index}\n${hashLines(proof)}\n${checkpoint}`;
}

/** Reads a C2SP tlog-proof@v1. Refuses (malformed) anything else. */
export function parseTlogProof(text: string): TlogProof {
  const { head, checkpoint } = splitAtBlankLine(text);
  if (head.shift() !== HEADER) throw malformed(`the proof does not start with ${HEADER}`);
  const extra = head[0]?.startsWith('extra ') ? fromBase64(head[0].slice(6), 'the extra data') : undefined;
  if (extra) head.shift();
  const indexLine = head.shift() ?? '';
  if (!indexLine.startsWith('index ')) throw malformed('the proof has no index line');
  const index = parseDecimal(indexLine.slice(6), 'the index of the proof');
  return { index, proof: parseHashes(head), checkpoint, ...(extra && { extra }) };
}

/** Writes the body of C2SP tlog-witness `add-checkpoint`. */
export function writeAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  return `old ${oldSize}\n${hashLines(proof)}\n${checkpoint}`;
}

/** Reads the body of C2SP tlog-witness `add-checkpoint`. Refuses (malformed) anything else. */
export function parseAddCheckpoint(text: string): AddCheckpoint {
  const { head, checkpoint } = splitAtBlankLine(text);
  const oldLine = head.shift() ?? '';
  if (!oldLine.startsWith('old ')) throw malformed('the first line does not state the old size');
  if (head.length > 63) throw malformed('more than 63 hashes');
  return { oldSize: parseDecimal(oldLine.slice(4), 'the old size'), proof: parseHashes(head), checkpoint };
}

function splitAtBlankLine(text: string): { head: string[]; checkpoint: string } {
  const end = text.indexOf('\n\n');
  if (end < 0) throw malformed('no blank line before the checkpoint');
  return { head: text.slice(0, end).split('\n'), checkpoint: text.slice(end + 2) };
}

const hashLines = (proof: readonly Uint8Array[]) => proof.map((hash) => `${base64(hash)}\n`).join('');
const parseHashes = (lines: readonly string[]) => lines.map((line) => fromBase64(line, 'a hash of the proof'));
