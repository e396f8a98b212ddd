/** Names every optional package that the lock file mentions but does not contain: `npm ci` would refuse such a lock file. */
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const present = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
const holes = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !present.has(name))
    .map((name) => `${path}@${version} lacks ${name}`),
);
for (const line of holes) console.error(line);
process.exit(holes.length > 0 ? 1 : 0);
