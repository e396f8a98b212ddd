import { type BundleReport, type Finding, type Verdict } from '@tavolo/audit-log';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  0: 'VERIFIED: nothing was altered, and a key that you pinned has signed it.',
  1: 'WRONG: the log, a proof or a signature is not what it must be.',
  2: 'MALFORMED: this cannot be read as a bundle.',
  3: 'CONSISTENT, BUT NOT PROVEN: no key was pinned, so the keys came from the bundle itself. Get the key of the log from elsewhere and pass it with --vkey.',
};

const SHOWN = 20;

/**
 * A text from a bundle as one line that cannot move the cursor, break the line or reverse the reading order: a hostile
 * bundle must not be able to write its own verdict.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A report in plain words, line by line; the verdict is the last line. */
export function reportLines(report: BundleReport): string[] {
  const lines = [
    ...headLines(report),
    ...section('Checked', report.checked),
    ...section('Not checked', report.notChecked),
    ...section('Votes', report.votes.map(voteLine)),
    ...section('Warnings', report.warnings),
    ...findingLines(report),
    '',
    VERDICTS[report.verdict],
  ];
  return lines.map(oneLine);
}

function headLines({ log, size, root, signedBy, witnesses }: BundleReport): string[] {
  if (log === undefined) return ['No head could be read.'];
  return [
    `Log      ${log}`,
    `Head     ${size ?? 0} entries, root ${root ?? ''}`,
    ...signedBy.map((vkey) => `Signed   by ${vkey}`),
    ...witnesses.map(
      ({ name, time, pinned }) =>
        `Witness  ${name}, ${new Date(time * 1000).toISOString()}${pinned ? '' : ' (its key came from the bundle)'}`,
    ),
  ];
}

function voteLine({ vote, ballot, eligible, closed, recount }: BundleReport['votes'][number]): string {
  if (!recount) return `${vote}: ${ballot}, ${eligible} eligible, ${closed ? 'closed' : 'still open'}`;
  const { counts, ballots, blank, invalid } = recount;
  return `${vote}: ${ballot}, ${eligible} eligible, ${ballots} ballots, ${blank} blank, ${invalid} invalid, recount ${JSON.stringify(counts)}`;
}

function findingLines({ first, findings, moreFindings }: BundleReport): string[] {
  if (!first) return [];
  const others = findings.filter((finding) => finding !== first);
  const hidden = others.length - Math.min(others.length, SHOWN) + moreFindings;
  return [
    '',
    `First fault: ${sentence(first)}`,
    ...section('Further faults', others.slice(0, SHOWN).map(sentence)),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
  ];
}

function sentence({ file, entry, reason }: Finding): string {
  return `${file}${entry === undefined ? '' : `, entry ${entry} (line ${entry + 1})`}: ${reason}`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, SHOWN).map((line) => `  ${line}`);
  return ['', title, ...shown, ...(lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : [])];
}
