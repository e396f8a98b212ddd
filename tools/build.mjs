/**
 * Builds what a start needs: the server (tsc -b) and the web client (vite), at the same time. Run by itself it builds
 * both; `npm start` builds what is older than its sources.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { resolve } = createRequire(import.meta.url);
const settings = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

export const server = {
  name: 'server',
  output: 'apps/api/dist/main.js',
  sources: ['libs/domain', 'libs/contracts', 'libs/collaboration', 'libs/server', 'apps/api', ...settings],
  command: [join(dirname(resolve('typescript/package.json')), 'bin/tsc'), '-b', 'apps/api/tsconfig.build.json'],
  folder: root,
};

export const client = {
  name: 'web client',
  output: 'apps/web/dist/index.html',
  sources: ['libs/domain', 'libs/contracts', 'libs/collaboration', 'libs/web', 'apps/web', ...settings],
  command: [join(dirname(resolve('vite/package.json')), 'bin/vite.js'), 'build', '--logLevel', 'warn'],
  folder: join(root, 'apps/web'),
};

/** The parts that this checkout has sources for. */
export function parts() {
  return existsSync(join(root, 'apps/web/index.html')) ? [server, client] : [server];
}

const notSources = /^(node_modules|dist|coverage)$|\.(spec|e2e)\.tsx?$|\.md$/;

function* files(path) {
  if (!existsSync(path)) return;
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (notSources.test(entry.name)) continue;
    if (entry.isDirectory()) yield* files(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

/** A digest of all sources: contents, not times, so that a copied checkout need not be built again. */
function fingerprint(part) {
  const digest = createHash('sha256');
  for (const source of part.sources) {
    for (const file of files(join(root, source)))
      digest.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return digest.digest('hex');
}

/** Beside the output, so that it goes when the output goes. */
const stamp = (part) => join(root, dirname(part.output), '.sources');

export function isStale(part) {
  if (!existsSync(join(root, part.output)) || !existsSync(stamp(part))) return true;
  return readFileSync(stamp(part), 'utf8') !== fingerprint(part);
}

/**
 * Builds the given parts at the same time; `tell` gets a line for each that is done. Throws an Error with what the
 * compilers said when one fails. An aborted signal ends the compilers.
 */
export async function build(wanted, tell, signal) {
  const results = await Promise.allSettled(wanted.map((part) => buildOne(part, tell, signal)));
  const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
}

async function buildOne(part, tell, signal) {
  const began = performance.now();
  const sources = fingerprint(part);
  const child = spawn(process.execPath, part.command, {
    cwd: part.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', done);
  });
  if (code !== 0)
    throw new Error(
      `The ${part.name} could not be built:\n${stripVTControlCharacters(Buffer.concat(said).toString()).trim()}`,
    );
  writeFileSync(stamp(part), sources);
  tell(`Built the ${part.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build(parts(), (line) => console.log(line));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
