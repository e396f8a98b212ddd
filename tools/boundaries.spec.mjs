import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What holds, a file that exists (its place decides, its text is replaced), what it would import, and the rule that refuses it. */
const boundaries = '@nx/enforce-module-boundaries';
const frameworks = 'no-restricted-imports';
const cases = [
  ['the domain does not know a framework', 'libs/domain/governance/src/quorum.ts', '@nestjs/common', frameworks],
  ['the domain does not know Node', 'libs/domain/kernel/src/index.ts', 'node:fs', frameworks],
  ['the domain does not know the contracts', 'libs/domain/governance/src/quorum.ts', '@tavolo/contracts', boundaries],
  ['the log does not know the procedures', 'libs/domain/audit-log/src/index.ts', '@tavolo/governance', boundaries],
  ['words do not know the log', 'libs/domain/words/src/index.ts', '@tavolo/audit-log', boundaries],
  ['contracts do not know the server', 'libs/contracts/src/acts.ts', '@tavolo/server-platform', boundaries],
  ['collaboration does not know the server', 'libs/collaboration/src/index.ts', '@tavolo/server-tables', boundaries],
  ['a context does not know a later one', 'libs/server/tables/src/index.ts', '@tavolo/server-decisions', boundaries],
  ['a context knows an earlier one', 'libs/server/tables/src/index.ts', '@tavolo/server-platform', null],
  ['the platform knows no context', 'libs/server/platform/src/index.ts', '@tavolo/server-identity', boundaries],
  ['a feature does not know another', 'libs/web/tables/src/index.ts', '@tavolo/web-proposals', boundaries],
  ['a feature knows the components', 'libs/web/tables/src/index.ts', '@tavolo/web-ui', null],
  ['the client does not know the server', 'libs/web/tables/src/index.ts', '@tavolo/server-tables', boundaries],
  ['nothing knows an app', 'libs/server/decisions/src/index.ts', '../../../../apps/api/src/serve.js', boundaries],
  ['a reader knows TypeORM', 'libs/server/tables/src/log/log-streams.reader.ts', 'typeorm', null],
  ['a service does not know TypeORM', 'libs/server/tables/src/log/log-people.ts', 'typeorm', frameworks],
];

/** Lints each case in a process of its own: the linter keeps what it knows about the workspace in globals. */
const linter = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const results = [];
  for (const [, filePath, imported] of JSON.parse(process.argv[1])) {
    const [{ messages }] = await eslint.lintText("import * as it from '" + imported + "';\\nexport const known = it;\\n", { filePath });
    results.push(messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId));
  }
  process.stdout.write(JSON.stringify(results));
`;

const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NODE_OPTIONS: '' };
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });

/** The rule of the rings reads who may import whom from the graph of projects, and is silent without it. */
function graphThere() {
  if (existsSync(join(root, '.nx/workspace-data/project-graph.json'))) return;
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-graph-'));
  const { status, stderr } = run('node_modules/nx/bin/nx.js', 'graph', '--file', join(folder, 'graph.json'));
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
}

describe('arrows point inwards, and the linter says so', () => {
  let results;

  beforeAll(() => {
    graphThere();
    const { stdout, stderr } = run('--input-type=module', '-e', linter, JSON.stringify(cases));
    if (stdout === '') throw new Error(stderr);
    results = JSON.parse(stdout);
  }, 240_000);

  it.each(cases.map(([title, file, imported, rule], index) => ({ title, file, imported, rule, index })))(
    '$title ($imported in $file)',
    ({ rule, index }) => {
      const about = results[index].filter((name) => [boundaries, frameworks].includes(name));
      expect(about).toEqual(rule === null ? [] : [rule]);
    },
  );
});
