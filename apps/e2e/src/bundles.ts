import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { type Person } from './people.js';
import { type Tavolo } from './tavolo.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The exported log of a table, as a file. */
export async function bundleOf(
  { context }: Person,
  tavolo: Tavolo,
  table: string,
): Promise<{ file: string; bytes: Buffer }> {
  const answer = await context.request.get(`${tavolo.url}/api/v1/tables/${table}/log/bundle`);
  expect(answer.status()).toBe(200);
  const bytes = await answer.body();
  return { bytes, file: await stored(bytes) };
}

/** Bytes as a file of their own. */
export async function stored(bytes: Buffer): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'tavolo-bundle-')), 'log.zip');
  await writeFile(file, bytes);
  return file;
}

/** Runs `tavolo verify`, with the log's key pinned when one is given; `replay` also carries everything out again by the rules. */
export function verify(
  file: string,
  vkey?: string,
  { replay = false }: { readonly replay?: boolean } = {},
): { code: number | null; said: string } {
  const pinned = [...(vkey === undefined ? [] : ['--vkey', vkey]), ...(replay ? ['--replay'] : [])];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/cli.mjs', 'verify', file, ...pinned], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, said: stdout + stderr };
}
