#!/usr/bin/env node
import { run } from './run.js';

const print = (stream: NodeJS.WriteStream) => (text: string) => void stream.write(`${text}\n`);
process.exitCode = run(process.argv.slice(2), {
  folder: process.cwd(),
  print: print(process.stdout),
  complain: print(process.stderr),
});
