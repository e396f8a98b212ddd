/** Builds the benchmarks and runs them: `npm run bench` all, `npm run bench -- collaboration` one. Each prints one JSON line per figure. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

const built = run(join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/bench/tsconfig.build.json');
if (built !== 0) process.exit(built);
const folder = join(root, 'apps/bench/dist');
const all = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'main.js')));
const [wanted, ...rest] = process.argv.slice(2);
if (wanted !== undefined && !all.includes(wanted)) {
  console.error(`No such benchmark: ${wanted}. There are: ${all.join(', ')}.`);
  process.exit(2);
}
for (const name of wanted === undefined ? all : [wanted]) {
  const status = run(join(folder, name, 'main.js'), ...rest);
  if (status !== 0) process.exit(status);
}
