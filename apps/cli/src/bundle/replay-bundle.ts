import { AuditLogError, bundleEntries, type BundleFiles, type BundleReport, type Finding } from '@tavolo/audit-log';
import { replayLog, type Difference, type ReplayReport } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { differenceWords, unreplayableWords, type Sentence } from './replay-words.js';

type InWords<Thing> = Thing & { readonly words: Sentence };

/** What came of the replay, with its differences in words. */
export interface BundleReplay extends Omit<ReplayReport, 'differences' | 'unreplayable'> {
  readonly differences: readonly InWords<Difference>[];
  readonly unreplayable: readonly InWords<ReplayReport['unreplayable'][number]>[];
}

/** The report of a bundle, replayed too when that was asked for. */
export interface ReplayedReport extends BundleReport {
  /** The verdict of the verification alone. */
  readonly verification?: BundleReport['verdict'];
  /** Missing where the entries could not be read. */
  readonly replay?: BundleReplay;
}

/**
 * Carries out the entries of a bundle again and adds to the report of its verification what came of it: a difference is a fault of its entry;
 * where entries do not carry what decided, everything may agree, but not all of it is proven.
 */
export function replayBundle(files: BundleFiles, report: BundleReport): ReplayedReport {
  const result = replayed(files);
  if (result === null) {
    const notChecked = [...report.notChecked, 'whether the rules come to the same: the entries could not be read'];
    const { verdict } = report;
    return { ...report, verification: verdict, notChecked, verdict: verdict === 0 ? 3 : verdict };
  }
  const replay: BundleReplay = {
    ...result,
    differences: result.differences.map((one) => ({ ...one, words: differenceWords(one) })),
    unreplayable: result.unreplayable.map((one) => ({ ...one, words: unreplayableWords(one.subject, one.entry) })),
  };
  const faults = replay.differences.map(({ entry, words }): Finding => ({
    kind: 'wrong',
    file: 'entries.jsonl',
    entry,
    reason: words.en,
  }));
  const first = [report.first, ...faults]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => (a.entry ?? Infinity) - (b.entry ?? Infinity))[0];
  return {
    ...report,
    ...(first && { first }),
    verification: report.verdict,
    verdict: verdictOf(report, replay),
    findings: [...report.findings, ...faults],
    checked: [
      ...report.checked,
      ...(replay.procedures.length + replay.modeChanges.length > 0 ? [checkedWords(replay)] : []),
    ],
    notChecked: [...report.notChecked, ...replay.unreplayable.map(({ words }) => words.en)],
    replay,
  };
}

function verdictOf({ verdict }: BundleReport, { differences, unreplayable }: BundleReplay): BundleReport['verdict'] {
  if (verdict === 1 || differences.length > 0) return 1;
  return verdict === 0 && unreplayable.length > 0 ? 3 : verdict;
}

function checkedWords({ procedures, mandates, modeChanges, acts, consequences }: BundleReplay): string {
  const keys = [
    ...procedures.map(({ proposal }) => proposal),
    ...mandates.map(({ mandate }) => mandate),
    ...modeChanges.map(({ modeChange }) => modeChange),
  ].join(', ');
  return `by carrying it out again with the rules that were in force: ${keys} (${acts} acts, and ${consequences} entries that follow from them)`;
}

function replayed(files: BundleFiles): ReplayReport | null {
  try {
    return replayLog(bundleEntries(files).map((entry) => ({ ...entry, at: entry.at as Instant })));
  } catch (error) {
    if (error instanceof AuditLogError) return null;
    throw error;
  }
}
