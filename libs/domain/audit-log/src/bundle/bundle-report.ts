import { AuditLogError } from '../audit-log-error.js';
import { type VoteSummary } from '../votes/vote-replay.js';

/** One thing that is not as it must be. */
export interface Finding {
  readonly kind: 'malformed' | 'wrong';
  /** The file of the bundle. */
  readonly file: string;
  /** The index of the entry, from 0, when the fault is in an entry. */
  readonly entry?: number;
  readonly reason: string;
}

/**
 * The outcome, in the numbers of the exit codes: 0 verified; 1 the log, a proof or a signature is wrong; 2 the bundle is
 * malformed; 3 all consistent, but no key was pinned: the keys came from the bundle itself.
 */
export type Verdict = 0 | 1 | 2 | 3;

/** A witness who cosigned the head. `pinned`: known from outside the bundle. */
export interface HeadWitness {
  readonly name: string;
  /** Seconds since 1970, as the witness states. */
  readonly time: number;
  readonly pinned: boolean;
}

/** What the verification of a bundle found. */
export interface BundleReport {
  readonly verdict: Verdict;
  readonly log?: string;
  readonly size?: number;
  /** Base64. */
  readonly root?: string;
  /** The keys that signed the head and are trusted for it, as vkeys. */
  readonly signedBy: readonly string[];
  readonly witnesses: readonly HeadWitness[];
  /** What to look at first: the first bad entry, or else the first finding. */
  readonly first?: Finding;
  /** At most 1,000; `moreFindings` counts the rest. */
  readonly findings: readonly Finding[];
  readonly moreFindings: number;
  readonly warnings: readonly string[];
  /** Sentences that say what was checked and holds or was refused. */
  readonly checked: readonly string[];
  /** Sentences that say what could not be checked, and why. */
  readonly notChecked: readonly string[];
  readonly votes: readonly VoteSummary[];
}

const MAXIMUM_FINDINGS = 1_000;

/** Collects findings; a check goes on after a finding, so that the report can name them all. */
export class Findings {
  readonly all: Finding[] = [];
  readonly warnings: string[] = [];
  more = 0;

  add(finding: Finding): void {
    if (this.all.length < MAXIMUM_FINDINGS) this.all.push(finding);
    else this.more++;
  }

  wrong(file: string, reason: string, entry?: number): void {
    this.add({ kind: 'wrong', file, reason, ...(entry !== undefined && { entry }) });
  }

  /** Runs a check; a refusal becomes a finding, and the result is then missing. */
  attempt<Result>(file: string, check: () => Result, entry?: number): Result | undefined {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof AuditLogError)) throw error;
      this.add({ kind: error.kind, file, reason: error.message, ...(entry !== undefined && { entry }) });
      return undefined;
    }
  }

  warn(warning: string): void {
    if (this.warnings.length < MAXIMUM_FINDINGS) this.warnings.push(warning);
  }

  /** The finding to look at first. */
  first(): Finding | undefined {
    const inEntries = this.all.filter((finding) => finding.entry !== undefined);
    const earliest = inEntries.toSorted((a, b) => (a.entry ?? 0) - (b.entry ?? 0))[0];
    return earliest ?? this.all[0];
  }

  verdict(pinned: boolean): Verdict {
    if (this.all.some(({ kind }) => kind === 'wrong')) return 1;
    if (this.all.length > 0) return 2;
    return pinned ? 0 : 3;
  }
}
