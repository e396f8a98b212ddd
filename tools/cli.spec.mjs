import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const caller = mkdtempSync(join(tmpdir(), 'tavolo-caller-'));
afterAll(() => rmSync(caller, { recursive: true, force: true }));

const tavolo = (cwd, env, ...args) =>
  spawnSync(process.execPath, [join(root, 'tools/cli.mjs'), ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });

describe('the tavolo command from the workspace', () => {
  it('is built when it must be, says nothing of it, and explains itself', () => {
    const { status, stdout, stderr } = tavolo(caller, {}, '--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^tavolo COMMAND/);
  }, 120_000);

  it('exits with the code of the command, and starts from the folder of the caller', () => {
    const here = tavolo(caller, {}, 'verify', '.');
    expect([here.status, here.stdout]).toEqual([2, expect.stringContaining('checkpoint.txt is missing')]);
    const throughNpm = tavolo(root, { INIT_CWD: caller }, 'verify', 'package.json');
    expect([throughNpm.status, throughNpm.stderr]).toEqual([
      2,
      expect.stringContaining('package.json does not exist.'),
    ]);
  }, 120_000);
});
