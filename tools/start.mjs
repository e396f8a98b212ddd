/** `npm start`: builds what is missing or older than its sources, then runs the server in this process. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build, isStale, parts, root, server } from './build.mjs';

const say = (line) => console.log(`${(performance.now() / 1000).toFixed(1).padStart(6)} s  ${line}`);

function giveUp(message) {
  console.error(`\nTavolo did not start. ${message}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  giveUp(`It needs Node.js 20.19 or newer, and this is ${process.version}. See https://nodejs.org.`);
}

process.chdir(root);
const parent = process.ppid;
const stale = parts().filter(isStale);
if (stale.length > 0) {
  say(
    `Building the ${stale.map(({ name }) => name).join(' and the ')} (only when something changed; about half a minute)`,
  );
  const stop = new globalThis.AbortController();
  const onSignal = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await build(stale, say, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) process.exit(0);
    giveUp(error.message);
  }
  for (const signal of signals) process.off(signal, onSignal);
  // npm was ended meanwhile, and its shell did not pass the signal on.
  if (process.ppid !== parent) process.exit(0);
}
if (parts().length === 1) say('There is no web client in this checkout: only the API is served.');
if (!existsSync(join(root, server.output))) giveUp(`${server.output} is missing after the build.`);

await import(new URL(`../${server.output}`, import.meta.url).href);
