import { base64, leafHash } from '@tavolo/audit-log';
import { readText } from '../bundle/bundle-source.js';
import { UsageError, parseArguments, type Command } from '../command.js';

/** `tavolo hash`: the leaf hash of each line of a file, as the log states it. */
export const hash: Command = {
  name: 'hash',
  summary: 'the leaf hash of each line of a file',
  help: `tavolo hash FILE

Prints the leaf hash (base64 of SHA-256(0x00 || bytes)) of each line of FILE, without its line feed.
Compare it with the leafHash that you were given when you acted.`,
  run(args, terminal) {
    const { positionals } = parseArguments(args, {});
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError('hash needs exactly one FILE. For example: tavolo hash entries.jsonl');
    const lines = readText(file, terminal.folder).split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) terminal.print(base64(leafHash(Buffer.from(line))));
    return 0;
  },
};
