import { base64 } from '../encoding/base64.js';
import { type MerkleTree } from '../merkle/merkle-tree.js';
import { HASH_LENGTH } from '../merkle/hashing.js';
import { TILE_WIDTH, hashTile, parseTilePath } from '../merkle/tiles.js';
import { equalBytes } from '../encoding/bytes.js';
import { type TreeHead } from '../note/checkpoint.js';
import { type TlogPolicy } from '../note/policy.js';
import { type VerifiedSignature } from '../note/signed-note.js';
import { type VerifierKey } from '../note/verifier-key.js';
import { type VoteReplay } from '../votes/vote-replay.js';
import { type BundleFiles } from './bundle-files.js';
import { furtherCheckpoints, isKnownFile, type BundleProfile } from './bundle-layout.js';
import { checkEntryBundles, type BundleLeaves } from './bundle-leaves.js';
import { type BundleReport, type Findings, type HeadWitness } from './bundle-report.js';
import { checkDisclosures } from './check-disclosures.js';
import { checkEntries, type EntryFacts } from './check-entries.js';
import { HeadCheck, type FiledCheckpoint } from './check-heads.js';
import { checkAddCheckpoint, checkJsonProof, checkTlogProof } from './check-proofs.js';
import { checkRestores } from './check-restores.js';
import { KeyTrust } from './key-trust.js';

/** Every key in play: given from outside, or named by the bundle. */
export interface KnownKeys {
  readonly pinned: readonly VerifierKey[];
  readonly pinnedWitnesses: readonly VerifierKey[];
  readonly policy: TlogPolicy | undefined;
  readonly hinted: readonly VerifierKey[];
  readonly ownPolicy: TlogPolicy | undefined;
}

interface LogTree extends BundleLeaves {
  readonly tree: MerkleTree;
}

/** One verification: runs the checks in the order in which they depend on each other. */
export class BundleCheck {
  private readonly checked: string[] = [];
  private readonly notChecked: string[] = [];
  private readonly origin: string;

  constructor(
    private readonly files: BundleFiles,
    private readonly head: FiledCheckpoint,
    private readonly log: LogTree,
    private readonly keys: KnownKeys,
    private readonly votes: VoteReplay | undefined,
    private readonly findings: Findings,
  ) {
    this.origin = head.checkpoint.origin;
  }

  run(profile: BundleProfile, previous: readonly { name: string; head: TreeHead }[]): BundleReport {
    this.checkSize();
    const facts = profile === 'raw' ? undefined : this.checkEntries();
    const heads = this.headCheck(facts);
    if (facts) checkRestores(facts.restores, this.log, this.findings);
    const all = [this.head, ...furtherCheckpoints(this.files, this.findings)];
    const signatures = heads.inOrder(all).get(this.head.file);
    this.checked.push(counted(all.length, 'checkpoint'));
    for (const { name, head } of previous) heads.remembered(name, head);
    if (previous.length > 0) this.checked.push(`${counted(previous.length, 'earlier head')} given by the caller`);
    if (signatures) this.checkQuorum(signatures);
    this.checkProofs(heads);
    this.checkTiles();
    if (facts) this.checkDisclosures(facts);
    for (const path of this.files.keys()) if (!isKnownFile(path)) this.findings.warn(`unknown file, not read: ${path}`);
    return this.report(heads, signatures ?? []);
  }

  private checkSize(): void {
    const { size } = this.head.checkpoint;
    const found = this.log.leaves.length;
    if (found !== size) {
      this.findings.wrong(this.log.file, `it holds ${found} entries, but the checkpoint is about ${size}`);
    }
  }

  private checkEntries(): EntryFacts {
    const { log, findings, origin, votes } = this;
    const facts = checkEntries(log, log.tree, origin, votes, findings);
    this.checked.push(
      `${facts.count} ${facts.count === 1 ? 'entry' : 'entries'} in ${counted(facts.streams, 'stream')}`,
    );
    return facts;
  }

  private headCheck(facts: EntryFacts | undefined): HeadCheck {
    const { pinned, pinnedWitnesses, hinted, ownPolicy } = this.keys;
    const own = [...hinted, ...(ownPolicy?.logs ?? [])];
    const chosen = this.isPinned() ? pinned : own;
    const forThisLog = chosen.filter(({ name }) => name === this.origin);
    if (chosen.length > 0 && forThisLog.length === 0) {
      const names = [...new Set(chosen.map(({ name }) => name))].join(', ');
      this.findings.wrong(this.head.file, `the log calls itself ${this.origin}, but the keys are for ${names}`);
    }
    const events = facts?.keyEvents ?? [];
    const trust = new KeyTrust(forThisLog, events);
    const witnesses = [...pinnedWitnesses, ...(ownPolicy?.witnesses ?? [])];
    const initial = this.initialKeys(own, facts);
    const isGiven = ({ vkey }: VerifierKey) => forThisLog.some((key) => key.vkey === vkey);
    const named = initial.every(isGiven) ? undefined : new KeyTrust(initial, events);
    const keys = { trust, witnesses, named };
    return new HeadCheck(this.origin, this.head.file, this.log.tree, keys, this.findings, facts?.restores);
  }

  /** Keys that the bundle names and the log did not add: a key that the log added is judged by the log alone. */
  private initialKeys(own: readonly VerifierKey[], facts: EntryFacts | undefined): VerifierKey[] {
    const added = new Set(facts?.keyEvents.filter(({ change }) => change === 'added').map(({ key }) => key.vkey));
    return own.filter(({ name, vkey }) => name === this.origin && !added.has(vkey));
  }

  private checkQuorum(signatures: readonly VerifiedSignature[]): void {
    const cosigned = new Set(signatures.map(({ key }) => key.vkey));
    const { policy, ownPolicy } = this.keys;
    if (policy && !policy.isMetBy(cosigned)) {
      this.findings.wrong(this.head.file, 'the witnesses on the head do not make the quorum of the given policy');
    }
    if (ownPolicy && !ownPolicy.isMetBy(cosigned)) {
      this.findings.wrong('policy.txt', 'the witnesses on the head do not make the quorum of this policy');
    }
    if (policy ?? ownPolicy) this.checked.push('the quorum of witnesses');
  }

  private checkProofs(heads: HeadCheck): void {
    const { tree } = this.log;
    let count = 0;
    for (const [path, content] of this.files) {
      const kind = /^proofs\/[^/]+\.(json|tlog-proof|add-checkpoint)$/.exec(path)?.[1];
      if (!kind) continue;
      count++;
      this.findings.attempt(path, () => {
        if (kind === 'json') {
          checkJsonProof(content, tree);
          return;
        }
        const check = kind === 'tlog-proof' ? checkTlogProof : checkAddCheckpoint;
        check(content, tree, (checkpoint) => {
          heads.signatures(path, checkpoint);
          heads.fits(path, checkpoint);
        });
      });
    }
    if (count > 0) this.checked.push(counted(count, 'proof'));
  }

  private checkTiles(): void {
    let count = checkEntryBundles(this.files, this.log.leaves, this.findings);
    for (const [path, content] of this.files) {
      const address = parseTilePath(path);
      if (!address || address.level === 'entries') continue;
      count++;
      const tile = this.findings.attempt(path, () => hashTile(this.log.tree, address));
      if (!tile || equalBytes(content, tile)) continue;
      const place = Math.floor(tile.findIndex((byte, at) => byte !== content[at]) / HASH_LENGTH);
      const entry = address.level === 0 && place >= 0 ? address.index * TILE_WIDTH + place : undefined;
      this.findings.wrong(path, 'its hashes are not those of the entries', entry);
    }
    if (count > 0) this.checked.push(counted(count, 'tile'));
  }

  private checkDisclosures({ digests }: EntryFacts): void {
    const file = 'disclosures.txt';
    const content = this.files.get(file);
    const shown = content ? checkDisclosures(file, content, digests, this.findings) : 0;
    if (content) this.checked.push(counted(shown, 'disclosure'));
    const withheld = digests.size - shown;
    if (withheld > 0)
      this.notChecked.push(`${counted(withheld, 'disclosure')} ${withheld === 1 ? 'is' : 'are'} withheld or erased`);
  }

  private isPinned(): boolean {
    return this.keys.pinned.length > 0;
  }

  private report(heads: HeadCheck, signatures: readonly VerifiedSignature[]): BundleReport {
    const { checkpoint } = this.head;
    const votes = this.votes?.summaries() ?? [];
    for (const { vote, closed, ballot } of votes) {
      if (closed) this.checked.push(`the ${ballot} vote ${vote}, recounted`);
      else this.notChecked.push(`the ${ballot} vote ${vote} is not closed, so it cannot be recounted`);
    }
    const first = this.findings.first();
    return {
      verdict: this.findings.verdict(this.isPinned()),
      log: this.origin,
      size: checkpoint.size,
      root: base64(checkpoint.root),
      signedBy: signatures.filter(({ key }) => heads.isTrusted(key, checkpoint)).map(({ key }) => key.vkey),
      witnesses: signatures.flatMap((signature) => this.witness(signature)),
      ...(first && { first }),
      findings: this.findings.all,
      moreFindings: this.findings.more,
      warnings: this.findings.warnings,
      checked: this.checked,
      notChecked: this.notChecked,
      votes,
    };
  }

  private witness({ key, time }: VerifiedSignature): HeadWitness[] {
    if (time === undefined) return [];
    const pinned = this.keys.pinnedWitnesses.some(({ vkey }) => vkey === key.vkey);
    return [{ name: key.name, time, pinned }];
  }
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
