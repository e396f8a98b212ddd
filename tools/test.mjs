/**
 * Everything that must hold before a change lands: lock file, format, lint, types, unused code, unit, database and socket tests, browser journeys.
 * `node tools/test.mjs [step ...]` runs only the named steps. Ends with a line `N passed, N failed`; checks without tests of their own count as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** A file of an installed package, also one that the package does not export. */
const fileOf = (name, file) => join(root, 'node_modules', name, file);
const reports = mkdtempSync(join(tmpdir(), 'tavolo-reports-'));
const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };

function run(args, extraEnv = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...env, ...extraEnv } });
  return status === 0;
}

/** A check that holds or not. */
const check =
  (...args) =>
  () =>
    run(args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A runner whose report says how many tests passed; a runner that failed without naming a failed test counts as one failure. */
function counted(ran, file, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0 };
  const empty = counts.passed + counts.failed === 0;
  return !ran || empty ? { ...counts, failed: Math.max(counts.failed, 1) } : counts;
}

function unit() {
  const report = join(reports, 'jest.json');
  const ran = run([join(root, 'tools/unit.mjs'), '--json', `--outputFile=${report}`, '--maxWorkers=2']);
  return counted(
    ran,
    report,
    ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests,
    }),
  );
}

function journeys() {
  const browser = chromium();
  if (!browser) return { passed: 0, failed: 1 };
  const report = join(reports, 'playwright.json');
  const ran = run(
    [
      fileOf('@playwright/test', 'cli.js'),
      'test',
      '--config',
      'apps/e2e/playwright.config.mjs',
      '--reporter=line,json',
    ],
    {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  return counted(ran, report, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.skipped + stats.flaky,
  }));
}

const nx = fileOf('nx', 'dist/bin/nx.js');
const steps = {
  lock: check('tools/lock-check.mjs'),
  format: check(fileOf('prettier', 'bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  graph: check(nx, 'graph', '--file', join(reports, 'graph.json')),
  lint: check(fileOf('eslint', 'bin/eslint.js'), '.', '--max-warnings', '0'),
  types: check('tools/types.mjs'),
  unused: check(fileOf('knip', 'bin/knip.js')),
  build: check('tools/build.mjs'),
  unit,
  journeys,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. There are: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}

const results = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const began = performance.now();
  results.push({ name, ...step(), seconds: Math.round((performance.now() - began) / 1000) });
}
rmSync(reports, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, seconds } of results)
  console.log(`${name.padEnd(10)} ${passed} passed, ${failed} failed, ${seconds} s`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') === 0 ? 0 : 1);
