import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../process/folders.js';
import type { StartLog } from '../../process/start-log.js';
import { canUse, giveTo, isRoot, userForCluster, userForNewCluster, type RunAs } from './run-as.js';

/** Where the cluster lies and who runs it. The folder exists only when the cluster was made. */
export interface ClusterPlace {
  readonly folder: string;
  readonly user: RunAs | null;
}

const pointerName = 'postgres.location';

/** Persistent folders of the system, for clusters that cannot lie in the data folder. Never /var/tmp: it is swept by age. */
export function systemPlaces(): string[] {
  return isRoot() ? ['/var/lib/tavolo', '/srv/tavolo'] : [];
}

/** Whether a cluster was completely made in `folder`. */
export function hasCluster(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

function existing(folder: string): ClusterPlace {
  const user = userForCluster(folder);
  if (canUse(user, folder)) return { folder, user };
  throw new Error(
    `The database folder ${folder} cannot be entered by its owner (uid ${user?.uid ?? '-'}). Let that user pass through the folders above it, or move TAVOLO_DATA.`,
  );
}

/** Whether `user` could hold a cluster at `folder`; leaves nothing behind but parents. */
function suits(user: RunAs | null, folder: string): boolean {
  const trial = `${folder}.trial`;
  try {
    makeFolder(dirname(folder));
    mkdirSync(trial, { recursive: true, mode: 0o700 });
    giveTo(user, trial);
    return canUse(user, trial);
  } catch {
    return false;
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** A database whose data folder was deleted: without the pointer nobody asks for it, and its passwords are gone. */
function setAside(folder: string, log: StartLog): void {
  if (!hasCluster(folder)) return;
  const aside = `${folder}.${new Date().toISOString().replaceAll(/[^0-9]/g, '')}`;
  renameSync(folder, aside);
  log.warn(`The database of an earlier, deleted data folder was set aside in ${aside}.`);
}

/**
 * Decides where the cluster of `dataFolder` lies: `dataFolder/postgres` whenever its user can enter that, else a folder
 * named after the data folder below one of `places`, with a pointer file in the data folder so that later starts find it.
 * @throws Error in plain words when there is no such place.
 */
export function clusterPlace(dataFolder: string, places: readonly string[], log: StartLog): ClusterPlace {
  makeFolder(resolve(dataFolder));
  const data = realpathSync(dataFolder);
  const usual = join(data, 'postgres');
  // Another user's cluster is not for us to look into, but it is there.
  if (hasCluster(usual) || (existsSync(usual) && !isRoot())) return existing(usual);
  const pointer = join(data, pointerName);
  const pointed = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
  if (pointed !== null && hasCluster(pointed)) {
    log.info(`The database lies in ${pointed} (see ${pointer}).`);
    return existing(pointed);
  }
  if (pointed !== null) log.warn(`${pointer} names ${pointed}, where no database is: a new one is made.`);
  const user = userForNewCluster();
  if (suits(user, usual)) {
    rmSync(pointer, { force: true });
    return { folder: usual, user };
  }
  const name = createHash('sha256').update(data).digest('hex').slice(0, 16);
  for (const place of places) {
    const folder = join(place, name, 'postgres');
    if (!suits(user, folder)) continue;
    setAside(folder, log);
    writeFileSync(pointer, `${folder}\n`);
    log.info(
      `${data} cannot be entered by the database's user, so the database lies in ${folder} (noted in ${pointer}).`,
    );
    return { folder, user };
  }
  const who = user === null ? 'This user cannot write to' : `The database's user (uid ${user.uid}) cannot enter`;
  throw new Error(`${who} ${data}. Set TAVOLO_DATA to a folder where that is possible, or set DATABASE_URL.`);
}
