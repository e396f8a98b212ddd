import { verifyBundle, type BundleFiles, type BundleProfile, type BundleReport } from '@tavolo/audit-log';
import { readBundle, readText, refusal } from '../bundle/bundle-source.js';
import { oneLine, reportLines } from '../bundle/report-text.js';
import { nativeSealOpener } from '../bundle/seal-opener.js';
import { UsageError, parseArguments, type Command, type Terminal } from '../command.js';

const HELP = `tavolo verify BUNDLE [--vkey KEY]... [--policy FILE] [--previous FILE]... [--profile NAME] [--json]

Checks an exported log: that no byte was altered, who signed it, that every entry follows its
stream, and that the votes come out as published. Needs no network and no database.

  BUNDLE           a folder or a .zip
  --vkey KEY       a verifier key that you got from elsewhere (repeat for several); without one, the
                   best verdict is 3
  --policy FILE    a C2SP tlog-policy that you trust
  --previous FILE  a head that you kept: a signed checkpoint or its three lines (repeat for several)
  --profile NAME   votes (default), entries (no recount) or raw (any leaves)
  --json           the report as JSON

Exit code: 0 verified, 1 wrong, 2 malformed or bad usage, 3 consistent but no key was pinned.`;

const OPTIONS = {
  vkey: { type: 'string', multiple: true },
  policy: { type: 'string' },
  previous: { type: 'string', multiple: true },
  profile: { type: 'string' },
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
    if (bundle === undefined || others.length > 0) throw new UsageError('verify needs exactly one BUNDLE.');
    const text = (path: string) => readText(path, terminal.folder);
    const options = {
      vkeys: values.vkey ?? [],
      ...(values.policy !== undefined && { policy: text(values.policy) }),
      previous: (values.previous ?? []).map((path) => ({ name: path, text: text(path) })),
      profile: profileOf(values.profile),
      sealOpener: nativeSealOpener,
    };
    const report = withFiles(bundle, terminal, (files) => verifyBundle(files, options));
    if (!report) return 2;
    if (values.json) terminal.print(JSON.stringify(report, null, 2));
    else for (const line of reportLines(report)) terminal.print(line);
    return report.verdict;
  },
};

function withFiles(
  bundle: string,
  terminal: Terminal,
  check: (files: BundleFiles) => BundleReport,
): BundleReport | undefined {
  let files: BundleFiles;
  try {
    files = readBundle(bundle, terminal.folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    terminal.print(oneLine(`MALFORMED: ${bundle} cannot be read as a bundle: ${refusal(error)}.`));
    return undefined;
  }
  try {
    return check(files);
  } catch (error) {
    throw new UsageError(`A key, policy or earlier head cannot be used: ${refusal(error)}.`);
  }
}

function profileOf(name = 'votes'): BundleProfile {
  if (name !== 'votes' && name !== 'entries' && name !== 'raw') {
    throw new UsageError(`There is no profile ${JSON.stringify(name)}: it is votes, entries or raw.`);
  }
  return name;
}
