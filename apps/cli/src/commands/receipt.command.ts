import { checkReceipt, parseReceipt, withoutEnclosingFolder, type Receipt } from '@tavolo/audit-log';
import { readBundle, readText, refusal } from '../bundle/bundle-source.js';
import { oneLine } from '../bundle/report-text.js';
import { UsageError, parseArguments, type Command, type Terminal } from '../command.js';

/** `tavolo receipt`: whether the ballot of a receipt is in the log, looked for locally among all ballots. */
export const receipt: Command = {
  name: 'receipt',
  summary: 'find the anonymous ballot of a receipt in an exported log',
  help: `tavolo receipt BUNDLE RECEIPT

Looks for the ballot of a receipt (a JSON file with log, vote, k and ballot) among all ballots of BUNDLE.
Nobody learns which ballot you looked for. Verify the bundle as well: tavolo verify BUNDLE --vkey KEY

Exit code: 0 the ballot stands there unchanged, 1 it does not, 2 malformed or bad usage.`,
  run(args, terminal) {
    const { positionals } = parseArguments(args, {});
    const [bundle, file, ...others] = positionals;
    if (bundle === undefined || file === undefined || others.length > 0) {
      throw new UsageError(
        'receipt needs a BUNDLE and a RECEIPT. For example: tavolo receipt T-FAM-log.zip receipt.json',
      );
    }
    let parsed: Receipt;
    let entries: Uint8Array | undefined;
    try {
      parsed = parseReceipt(readText(file, terminal.folder));
      entries = withoutEnclosingFolder(readBundle(bundle, terminal.folder)).get('entries.jsonl');
    } catch (error) {
      if (error instanceof UsageError) throw error;
      throw new UsageError(`The bundle or the receipt cannot be read: ${refusal(error)}.`);
    }
    if (!entries)
      throw new UsageError(`${bundle} has no entries.jsonl: it is not a log that was exported from Tavolo.`);
    return answer(entries, parsed, terminal);
  },
};

function answer(entries: Uint8Array, parsed: Receipt, terminal: Terminal): number {
  try {
    const entry = checkReceipt(entries, parsed);
    terminal.print(`FOUND: the ballot stands unchanged in entry ${entry} (line ${entry + 1}).`);
    return 0;
  } catch (error) {
    terminal.print(oneLine(`NOT FOUND: ${refusal(error)}.`));
    return 1;
  }
}
