#!/usr/bin/env node
import { linesTo } from './output.js';
import { run } from './run.js';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
process.exitCode = run(process.argv.slice(2), {
  folder: process.cwd(),
  locale: [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== '') ?? '',
  print: linesTo(process.stdout),
  complain: linesTo(process.stderr),
});
