import { type BundleReport, type Finding, type Verdict } from '@tavolo/audit-log';
import { type ReplayedReport } from './replay-bundle.js';
import { type VoteFacts } from './vote-facts.js';
import { voteLines } from './vote-text.js';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  0: 'VERIFIED: nothing was altered, and a key that you gave has signed it.',
  1: 'WRONG: the log, a proof or a signature is not what it must be.',
  2: 'MALFORMED: this cannot be read as a bundle.',
  3: 'CONSISTENT, BUT NOT PROVEN: everything agrees, but no key was given, so the keys came from the bundle itself. Get the key of the log from elsewhere and pass it with --vkey.',
};

const NOT_ALL_REPLAYED =
  'CONSISTENT, BUT NOT ALL OF IT REPLAYED: nothing was altered, and a key that you gave has signed it; but part of it could not be carried out again, see above.';

const SHOWN = 20;

/**
 * A text from a bundle as one line that cannot move the cursor, break the line or reverse the reading order: a hostile
 * bundle must not be able to write its own verdict.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) => `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A report in plain words, line by line; the verdict is the last line. `facts` names the votes. */
export function reportLines(report: ReplayedReport, facts: ReadonlyMap<string, VoteFacts> = new Map()): string[] {
  const votes = report.votes.slice(0, SHOWN).flatMap((vote) => voteLines(vote, facts.get(vote.vote), report.findings));
  const lines = [
    ...headLines(report),
    ...section('Checked', report.checked.map(plainly)),
    ...section('Not checked', report.notChecked.map(plainly)),
    ...section('Votes', votes, report.votes.length - SHOWN),
    ...section('Warnings', report.warnings),
    ...findingLines(report),
    ...inItalian(report),
    '',
    verdictLine(report),
  ];
  return lines.map(oneLine);
}

/** A verdict of 3 has two causes: without a key nothing is proven, and with one something may lack what decided. */
const verdictLine = ({ verdict, verification }: ReplayedReport): string =>
  verdict === 3 && verification === 0 ? NOT_ALL_REPLAYED : VERDICTS[verdict];

/** What the rules come to otherwise, in Italian too: whoever asks may be a secretary of a table. */
function inItalian({ replay }: ReplayedReport): string[] {
  if (!replay) return [];
  const said = [...replay.differences, ...replay.unreplayable].map(({ words }) => words.it);
  return section('In italiano', said);
}

/** Words of the format that only who reads its description knows. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) disclosures (?=are withheld)/u, '$1 names and texts are not in this copy: they '],
  [/^(\d+) disclosure (?=is withheld)/u, '$1 name or text is not in this copy: it '],
  [/^(\d+) disclosures$/u, '$1 names and texts that stand beside the entries'],
  [/^(\d+) disclosure$/u, '$1 name or text that stands beside the entries'],
  [/^(\d+) checkpoints$/u, '$1 signed states of the log (checkpoints)'],
  [/^(\d+) checkpoint$/u, '$1 signed state of the log (checkpoint)'],
];

const plainly = (sentence: string): string =>
  PLAIN.reduce((said, [words, plain]) => said.replace(words, plain), sentence);

function headLines({ log, size, root, signedBy, witnesses }: BundleReport): string[] {
  if (log === undefined) return ['The signed state of the log (checkpoint.txt) could not be read.'];
  return [
    `Log      ${log}`,
    `State    ${size === 1 ? '1 entry' : `${size ?? 0} entries`}, root ${root ?? ''}`,
    ...signedBy.map((vkey) => `Signed   by ${vkey}`),
    ...witnesses.map(
      ({ name, time, pinned }) =>
        `Witness  ${name}, on ${moment(time)}${pinned ? '' : ' (its key came from the bundle)'}`,
    ),
  ];
}

/** `24 November 2026, 09:00 UTC`, from seconds since 1970. */
const moment = (seconds: number): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(seconds * 1000)} UTC`;

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

/** Lines below a title; `hidden` is how many are left out, by default those beyond the first twenty. */
function section(title: string, lines: readonly string[], hidden?: number): string[] {
  if (lines.length === 0) return [];
  const left = hidden ?? lines.length - SHOWN;
  const shown = (hidden === undefined ? lines.slice(0, SHOWN) : lines).map((line) => `  ${line}`);
  return ['', title, ...shown, ...(left > 0 ? [`  and ${left} more`] : [])];
}
