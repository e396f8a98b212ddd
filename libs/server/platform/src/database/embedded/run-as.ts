import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The system user that PostgreSQL's processes belong to. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; these users exist for such a purpose. The first that exists is taken. */
const unprivilegedUsers = ['postgres', 'nobody'];

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function idOf(flag: '-u' | '-g', user: string): number | null {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  const id = Number.parseInt(stdout, 10);
  return status === 0 && id > 0 ? id : null;
}

/**
 * The user for a new cluster: null means this process's own user, which is the answer whenever it is not root.
 * @throws Error when this process is root and no unprivileged user exists.
 */
export function userForNewCluster(): RunAs | null {
  if (!isRoot()) return null;
  for (const name of unprivilegedUsers) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as. ' +
      'Start Tavolo as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * The user for a cluster that exists: PostgreSQL insists on the folder's owner. A folder that belongs to root (restored
 * from an archive, say) is handed to the unprivileged user first.
 * @throws Error when the folder belongs to somebody whom this process cannot act for.
 */
export function userForCluster(folder: string): RunAs | null {
  const own = process.getuid?.();
  if (own === undefined) return null;
  const { uid, gid } = lstatSync(folder);
  if (own !== 0) {
    if (uid === own) return null;
    throw new Error(
      `The database folder ${folder} belongs to another user (uid ${uid}). Start Tavolo as that user or as root, or set TAVOLO_DATA to a folder of your own.`,
    );
  }
  if (uid !== 0) return { uid, gid };
  const user = userForNewCluster();
  if (user !== null) giveTo(user, folder);
  return user;
}

/** Makes `user` the owner of `path` and of everything below. Does nothing for null. */
export function giveTo(user: RunAs | null, path: string): void {
  if (user === null) return;
  chownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!entry.isSymbolicLink()) giveTo(user, join(path, entry.name));
  }
}

/** Whether `user` can enter and write `folder`, asked of the system itself: modes alone do not tell (ACLs, mounts). */
export function canUse(user: RunAs | null, folder: string): boolean {
  if (user === null) return true;
  const script = 'cd -- "$1" && test -w .';
  return spawnSync('/bin/sh', ['-c', script, 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
