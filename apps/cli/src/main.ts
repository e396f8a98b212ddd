#!/usr/bin/env node
import { run } from './run.js';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const print = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`);
process.exitCode = run(process.argv.slice(2), {
  folder: process.cwd(),
  locale: [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '') ?? '',
  print: print(process.stdout),
  complain: print(process.stderr),
});
