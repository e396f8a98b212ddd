import { malformed, wrong } from '../audit-log-error.js';
import { fromBase64url } from '../encoding/base64.js';
import { utf8Text } from '../encoding/bytes.js';
import { MINIMUM_SALT_LENGTH, disclosureDigest, parseDisclosure } from '../entry/disclosure.js';
import { type Findings } from './bundle-report.js';

/** Checks each disclosure against the digests in the entries; gives how many belong to one. */
export function checkDisclosures(
  file: string,
  content: Uint8Array,
  digests: ReadonlyMap<string, object>,
  findings: Findings,
): number {
  const text = findings.attempt(file, () => utf8Text(content, file));
  const shown = new Set<string>();
  for (const [index, line] of (text ?? '').split('\n').entries()) {
    if (line !== '') findings.attempt(file, () => checkLine(line, index + 1, digests, shown));
  }
  return shown.size;
}

function checkLine(line: string, number: number, digests: ReadonlyMap<string, object>, shown: Set<string>): void {
  const { salt, name } = inLine(number, () => parseDisclosure(line));
  const digest = disclosureDigest(line);
  const holder = digests.get(digest);
  if (!holder) throw wrong(`line ${number}: no entry holds the digest of this disclosure`);
  if (Object.hasOwn(holder, name)) throw wrong(`line ${number}: the entry says ${JSON.stringify(name)} openly too`);
  if (shown.has(digest)) throw wrong(`line ${number}: the disclosure stands twice`);
  shown.add(digest);
  if (inLine(number, () => fromBase64url(salt, 'the salt')).length < MINIMUM_SALT_LENGTH) {
    throw wrong(`line ${number}: the salt is shorter than ${MINIMUM_SALT_LENGTH} bytes, so the value could be guessed`);
  }
}

function inLine<Result>(number: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw malformed(`line ${number}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}
