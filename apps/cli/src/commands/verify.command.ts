import {
  parsePolicy,
  parseVerifierKey,
  verifyBundle,
  type BundleFiles,
  type BundleProfile,
  type BundleReport,
  type VerifyOptions,
} from '@tavolo/audit-log';
import { readBundle, readText, refusal } from '../bundle/bundle-source.js';
import { replayBundle, type ReplayedReport } from '../bundle/replay-bundle.js';
import { oneLine, reportLines } from '../bundle/report-text.js';
import { nativeSealOpener } from '../bundle/seal-opener.js';
import { voteFacts } from '../bundle/vote-facts.js';
import { UsageError, parseArguments, type Command } from '../command.js';

const HELP = `tavolo verify BUNDLE --vkey KEY [--previous FILE]... [--policy FILE] [--profile NAME] [--replay] [--json]

Checks a log that was exported from Tavolo, on your own computer, without network or database:
that nothing was altered since it was written, that whoever holds the key signed it, that every entry
follows the one before it, and that the votes come out as published when they are counted again.

  BUNDLE           the exported log: a .zip, or the folder that it unpacks to

  --vkey KEY       the key of the log, which you got from elsewhere: a printed agreement, an invitation,
                   another member. Without it everything may agree, but it is not proven who signed it.
                   May be given several times.
  --previous FILE  an earlier signed state of the log that you kept: nothing before it may have changed.
                   May be given several times.
  --policy FILE    keys and witnesses that you trust, as a C2SP tlog-policy
  --profile NAME   votes: everything, the default; entries: without counting votes; raw: only that the
                   bytes are those that were signed
  --replay         carry out every act again with the rules that were in force, and compare each verdict, stage,
                   time limit and result with what was recorded; the first difference is named
  --json           the report for machines, instead of sentences

For example: tavolo verify T-FAM-log.zip --vkey 'tavolo.example/log/t-fam+1a2b3c4d+AW…'
In a checkout of Tavolo the command is: npm run tavolo -- verify T-FAM-log.zip --vkey KEY

The exit code is the verdict: 0 verified, 1 something is wrong, 2 it cannot be read or the command was
used wrongly, 3 everything agrees but no key was given, or part of the log cannot be replayed.`;

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  policy: { type: 'string' },
  previous: { type: 'string', multiple: true },
  profile: { type: 'string' },
  replay: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** `tavolo verify`: the verdict of a bundle is the exit code. */
export const verify: Command = {
  name: 'verify',
  summary: 'check an exported log and recount its votes',
  help: HELP,
  run(args, terminal) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [bundle, ...others] = positionals;
    if (bundle === undefined || others.length > 0) {
      throw new UsageError('verify needs exactly one BUNDLE. For example: tavolo verify T-FAM-log.zip --vkey KEY');
    }
    const text = (path: string) => readText(path, terminal.folder);
    const options = {
      vkeys: (values.vkey ?? []).map(usableKey),
      ...(values.policy !== undefined && { policy: usablePolicy(values.policy, text(values.policy)) }),
      previous: (values.previous ?? []).map((path) => ({ name: path, text: text(path) })),
      profile: profileOf(values.profile),
      sealOpener: nativeSealOpener,
    };
    const files = filesOf(bundle, terminal.folder);
    if (typeof files === 'string') {
      terminal.print(values.json ? json(unreadable(bundle, files)) : oneLine(`MALFORMED: ${bundle}: ${files}.`));
      return 2;
    }
    const verification = verified(files, options);
    const report: ReplayedReport = values.replay ? replayBundle(files, verification) : verification;
    if (values.json) terminal.print(json(report));
    else for (const line of reportLines(report, voteFacts(files))) terminal.print(line);
    return report.verdict;
  },
};

const json = (report: Partial<BundleReport>): string => JSON.stringify(report, null, 2);

/** The report of something that is no bundle at all. */
const unreadable = (file: string, reason: string): Partial<BundleReport> => {
  const first = { kind: 'malformed', file, reason } as const;
  return { verdict: 2, first, findings: [first], moreFindings: 0 };
};

/** The files of a bundle, or why there are none. */
function filesOf(bundle: string, folder: string): BundleFiles | string {
  try {
    return readBundle(bundle, folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return `this is neither a folder nor a .zip that was exported from a log (${refusal(error)})`;
  }
}

/** The heads that were kept are the last thing that can be unusable: keys and policy were read before. */
function verified(files: BundleFiles, options: VerifyOptions): BundleReport {
  try {
    return verifyBundle(files, options);
  } catch (error) {
    throw new UsageError(
      `A file given with --previous cannot be used: ${refusal(error)}. It has to be a checkpoint.txt that you kept, or its first three lines.`,
    );
  }
}

function usableKey(key: string): string {
  try {
    parseVerifierKey(key);
    return key;
  } catch (error) {
    throw new UsageError(
      `The key given with --vkey cannot be used: ${refusal(error)}. A key looks like host/log/name+1a2b3c4d+AW…, and stands on the page of the log.`,
    );
  }
}

function usablePolicy(path: string, text: string): string {
  try {
    parsePolicy(text);
    return text;
  } catch (error) {
    throw new UsageError(`${path} cannot be used with --policy: ${refusal(error)}. It has to be a C2SP tlog-policy.`);
  }
}

function profileOf(name = 'votes'): BundleProfile {
  if (name !== 'votes' && name !== 'entries' && name !== 'raw') {
    throw new UsageError(`There is no profile ${JSON.stringify(name)}: it is votes, entries or raw.`);
  }
  return name;
}
