import { AuditLogError } from '../audit-log-error.js';
import { base64 } from '../encoding/base64.js';
import { leafHash } from '../merkle/hashing.js';
import { MerkleTree } from '../merkle/merkle-tree.js';
import { parseCheckpoint, parseTreeHead, type TreeHead } from '../note/checkpoint.js';
import { parsePolicy } from '../note/policy.js';
import { SIGNATURE_TYPE, parseVerifierKey } from '../note/verifier-key.js';
import { type SealKey, type SealOpener } from '../votes/rsa.js';
import { VoteReplay } from '../votes/vote-replay.js';
import { withoutEnclosingFolder, type BundleFiles } from './bundle-files.js';
import { bundleHead, bundleKeys, bundlePolicy, type BundleProfile } from './bundle-layout.js';
import { bundleLeaves } from './bundle-leaves.js';
import { Findings, type BundleReport } from './bundle-report.js';
import { BundleCheck, type KnownKeys } from './bundle-check.js';

/** What the caller knows from elsewhere. Without any key the bundle can at most be consistent (verdict 3). */
export interface VerifyOptions {
  /** Pinned vkeys of the log, or of witnesses. */
  readonly vkeys?: readonly string[];
  /** The text of a policy file that the caller trusts. */
  readonly policy?: string;
  /** Heads that the caller remembers: signed checkpoints, or their three lines. */
  readonly previous?: readonly { readonly name: string; readonly text: string }[];
  /** `votes` by default. */
  readonly profile?: BundleProfile;
  /** A faster way to open sealed ballots than the built-in one. */
  readonly sealOpener?: (key: SealKey) => SealOpener;
}

/**
 * Verifies an exported bundle: leaves against the signed head, keys and their rotation, witnesses, older heads, proofs,
 * tiles, disclosures, the entry profile and the votes. Never throws for what a bundle contains: the report says it.
 * Malformed options (an unreadable pinned key, policy or previous head) are thrown.
 * @throws AuditLogError (malformed) for unreadable options
 */
export function verifyBundle(bundle: BundleFiles, options: VerifyOptions = {}): BundleReport {
  const files = withoutEnclosingFolder(bundle);
  const profile = options.profile ?? 'votes';
  const given = givenKeys(options);
  const previous = (options.previous ?? []).map(({ name, text }) => ({ name, head: readHead(text) }));
  const findings = new Findings();
  const found = findings.attempt('checkpoint.txt', () => bundleHead(files));
  const hinted = findings.attempt('vkey.txt', () => bundleKeys(files, profile)) ?? [];
  const ownPolicy = findings.attempt('policy.txt', () => bundlePolicy(files));
  const source = found && findings.attempt('entries.jsonl', () => bundleLeaves(files, found.checkpoint.size, findings));
  if (!found || !source) return unreadable(findings, found?.checkpoint);
  const keys: KnownKeys = { ...given, hinted, ownPolicy };
  const votes = profile === 'votes' ? new VoteReplay(options.sealOpener) : undefined;
  const tree = new MerkleTree(source.leaves.map(leafHash));
  const check = new BundleCheck(files, found, { ...source, tree }, keys, votes, findings);
  return check.run(profile, previous);
}

function givenKeys({ vkeys = [], policy }: VerifyOptions): Pick<KnownKeys, 'pinned' | 'pinnedWitnesses' | 'policy'> {
  const parsed = vkeys.map(parseVerifierKey);
  const given = policy === undefined ? undefined : parsePolicy(policy);
  return {
    pinned: [...parsed.filter(({ type }) => type === SIGNATURE_TYPE.ed25519), ...(given?.logs ?? [])],
    pinnedWitnesses: [...parsed.filter(({ type }) => type === SIGNATURE_TYPE.cosignature), ...(given?.witnesses ?? [])],
    policy: given,
  };
}

function readHead(text: string): TreeHead {
  try {
    return parseCheckpoint(text);
  } catch (error) {
    if (!(error instanceof AuditLogError) || text.includes('\n\n')) throw error;
    return parseTreeHead(text.endsWith('\n') ? text : `${text}\n`);
  }
}

function unreadable(findings: Findings, head?: TreeHead): BundleReport {
  const first = findings.first();
  return {
    verdict: findings.verdict(false),
    ...(head && { log: head.origin, size: head.size, root: base64(head.root) }),
    signedBy: [],
    witnesses: [],
    ...(first && { first }),
    findings: findings.all,
    moreFindings: findings.more,
    warnings: findings.warnings,
    checked: [],
    notChecked: ['the entries: the bundle could not be read'],
    votes: [],
  };
}
