import { oneLine } from './bundle/report-text.js';
import { UsageError, type Command, type Terminal } from './command.js';
import { conformance } from './commands/conformance.command.js';
import { decide } from './commands/decide.command.js';
import { hash } from './commands/hash.command.js';
import { receipt } from './commands/receipt.command.js';
import { verify } from './commands/verify.command.js';

const COMMANDS: readonly Command[] = [verify, decide, receipt, hash, conformance];

/** Runs `tavolo` with its arguments and gives the exit code. Wrong use is explained and gives 2. */
export function run(args: readonly string[], terminal: Terminal): number {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return overview(terminal);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(`There is no command ${JSON.stringify(name)}. ${choice()}`);
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.print(command.help);
      return 0;
    }
    return command.run(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.complain(oneLine(error.message));
    terminal.complain(`Try: tavolo ${command ? `${command.name} ` : ''}--help`);
    return 2;
  }
}

const choice = (): string => `The commands are: ${COMMANDS.map((command) => command.name).join(', ')}.`;

function overview(terminal: Terminal): number {
  terminal.print('tavolo COMMAND [ARGUMENTS]\n');
  for (const { name, summary } of COMMANDS) terminal.print(`  ${name.padEnd(12)} ${summary}`);
  terminal.print('\ntavolo COMMAND --help explains a command.');
  return 0;
}
