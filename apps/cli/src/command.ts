import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Where a command works and speaks. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** The locale of who reads, such as `it_IT.UTF-8`; empty where it is not known. */
  readonly locale: string;
  /** Writes a line of the answer. */
  print(line: string): void;
  /** Writes a line about a mistake in the use. */
  complain(line: string): void;
}

/** A command of `tavolo`. `run` gives the exit code. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole help. */
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): number;
}

/** A mistake of who called the command: the sentence is shown, the exit code is 2. */
export class UsageError extends Error {}

/** Parses arguments strictly; an unknown option or a missing value is a `UsageError`. */
export function parseArguments<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (isUsageMistake(error)) throw new UsageError(`${error.message.split('. ')[0] ?? ''}. ${known(options)}`);
    throw error;
  }
}

function known(options: NonNullable<ParseArgsConfig['options']>): string {
  const names = Object.entries(options).map(([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`);
  return names.length === 0 ? 'This command has no options.' : `The options are: ${names.join(', ')}.`;
}

function isUsageMistake(error: unknown): error is { message: string } {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}
