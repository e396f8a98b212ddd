import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running (or killed) PostgreSQL wrote about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a live process is the postmaster of `folder`. Ids are given out again, soon so in a container. */
function serves(pid: number, folder: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
    } catch {
      return false;
    }
  }
  if (process.platform === 'win32') {
    const tasks = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'tasklist.exe');
    const { stdout } = spawnSync(tasks, ['/fi', `pid eq ${pid}`, '/nh', '/fo', 'csv'], { encoding: 'utf8' });
    return stdout.includes('postgres');
  }
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes(folder);
}

/**
 * The postmaster that runs on the cluster in `folder` (a full path), or null. A lock file left by a killed process,
 * whose process id now belongs to nobody or to another program, is removed: PostgreSQL itself only looks whether the id
 * is in use, and would refuse to start. Its shared memory check still guards the data.
 */
export function runningPostmaster(folder: string): Postmaster | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (pid > 0 && isAlive(pid) && serves(pid, folder)) {
    const port = Number.parseInt(lines[3] ?? '', 10);
    return { pid, port: Number.isNaN(port) ? 0 : port };
  }
  rmSync(file, { force: true });
  return null;
}
