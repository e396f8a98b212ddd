#!/usr/bin/env node
import { linesTo } from './output.js';
import { run } from './run.js';

process.exitCode = run(process.argv.slice(2), {
  folder: process.cwd(),
  print: linesTo(process.stdout),
  complain: linesTo(process.stderr),
});
