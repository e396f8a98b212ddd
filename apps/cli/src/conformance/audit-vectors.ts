import { bundleCases } from './audit/bundle-vectors.js';
import { disclosureCases, ed25519Cases } from './audit/crypto-vectors.js';
import { jcsCases } from './audit/jcs-vectors.js';
import { proofCases, treeCases } from './audit/merkle-vectors.js';
import { checkpointCases, noteCases } from './audit/note-vectors.js';
import { runCase, type CaseOutcome, type VectorCase } from './vector-case.js';
import { vectorName, type VectorFile } from './vector-files.js';

/** The kinds of audit vectors that our libraries answer, and how a file of each kind is read. */
const AUDIT_KINDS: Readonly<Record<string, (content: never) => VectorCase[]>> = {
  'rfc6962-tree': treeCases,
  'rfc6962-proofs': proofCases,
  'signed-note': noteCases,
  checkpoint: checkpointCases,
  ed25519: ed25519Cases,
  jcs: jcsCases,
  'sd-disclosures': disclosureCases,
  'tlog-bundle': bundleCases,
};

/** True for a file of audit vectors, of whatever kind. */
export const isAuditVector = ({ content }: VectorFile): boolean => typeof content.kind === 'string';

/** Runs every case of a file of audit vectors; a kind that no library answers yet is not offered. */
export function runAuditVector({ path, content }: VectorFile): CaseOutcome[] {
  const family = String(content.kind);
  const file = vectorName(path);
  const read = Object.hasOwn(AUDIT_KINDS, family) ? AUDIT_KINDS[family] : undefined;
  if (read) {
    return read(content as never).map(({ name, check }) => runCase(family, { name: `${file}: ${name}`, check }));
  }
  const cases = Object.values(content).filter(Array.isArray).flat() as readonly { name?: string }[];
  return cases.map(({ name }, index) => ({ family, name: `${file}: ${name ?? index}`, outcome: 'not offered' }));
}
