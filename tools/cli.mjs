/**
 * Runs the `tavolo` command; it is built first when it is missing or older than its sources. Relative paths start from the
 * caller's folder, also through `npm run`. Exits with the command's own code, or with 70 when the command cannot be built.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const project = join(root, 'apps/cli/tsconfig.build.json');
const entry = join(root, 'apps/cli/dist/main.js');
const stamp = join(root, 'apps/cli/dist/.built');

/** The projects that the command is built from: itself and what it refers to. */
function projectsOf(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const { references = [] } = JSON.parse(readFileSync(file, 'utf8'));
  for (const { path } of references) projectsOf(resolve(dirname(file), path), found);
  return found;
}

function newestSource() {
  const files = [...projectsOf(project)].flatMap((file) => {
    const sources = readdirSync(join(dirname(file), 'src'), { recursive: true, withFileTypes: true });
    return [
      file,
      ...sources
        .filter((item) => item.isFile() && !item.name.includes('.spec.'))
        .map((item) => join(item.parentPath, item.name)),
    ];
  });
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function isBuilt() {
  const dists = [...projectsOf(project)].map((file) => join(dirname(file), 'dist'));
  return existsSync(entry) && existsSync(stamp) && dists.every(existsSync) && statSync(stamp).mtimeMs >= newestSource();
}

function build() {
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-b', project], { cwd: root, encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`The tavolo command cannot be built:\n${stdout}`);
    process.exit(70);
  }
  writeFileSync(stamp, '');
  // A source that changed while the build ran must count as newer than the build.
  utimesSync(stamp, started, started);
}

if (!isBuilt()) build();
// npm changes to the root of the workspace and leaves the caller's folder in INIT_CWD.
const caller = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
const { status } = spawnSync(process.execPath, [entry, ...process.argv.slice(2)], { cwd: caller, stdio: 'inherit' });
process.exit(status ?? 70);
