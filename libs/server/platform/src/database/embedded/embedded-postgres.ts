import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Client } from 'pg';
import type { StartLog } from '../../process/start-log.js';
import { ensureAppLogin, ensureSequencerLogin } from '../logins.js';
import { clusterPlace, hasCluster, systemPlaces } from './cluster-place.js';
import { ClusterServer } from './cluster-server.js';
import { createCluster } from './cluster.js';
import { findNativeBinaries } from './native-binaries.js';
import { isRoot } from './run-as.js';
import { keysFolder, randomPassword, readSecret, writeSecret } from './secrets.js';

export interface EmbeddedPostgresOptions {
  /** TAVOLO_DATA: the cluster lies in its `postgres` folder, or where its `postgres.location` says. */
  readonly dataFolder: string;
  readonly log: StartLog;
  /** False only for tests: nothing is forced to the disk. Default true. */
  readonly durable?: boolean;
  /** False only for tests: the server shares the terminal's signals. Default true. */
  readonly detached?: boolean;
  /** Where a cluster may lie when its user cannot enter the data folder. Default: /var/lib/tavolo, /srv/tavolo. */
  readonly persistentPlaces?: readonly string[];
}

export interface EmbeddedPostgres {
  /** For migrations: the role `tavolo_migrate`, which owns the database `tavolo` and is no superuser. */
  readonly ownerUrl: string;
  /** For the application: a role without DDL rights. */
  readonly appUrl: string;
  /** For the sequencer of the log. */
  readonly sequencerUrl: string;
  /** Stops the server. Close the application's connections first. */
  readonly stop: () => Promise<void>;
}

const owner = 'tavolo_migrate';
const database = 'tavolo';
const secretsName = 'embedded-postgres.json';
const secretsSchema = z.object({ administrator: z.string(), migrate: z.string(), port: z.int().min(0).default(0) });

/**
 * Starts the PostgreSQL that comes with Tavolo: makes the cluster on the first start, survives stale lock files, takes
 * over a server that a killed process left running. It listens on 127.0.0.1 alone, on a free port that is kept between
 * starts, and asks for a password (scram).
 * @throws Error in plain words when it cannot run here, or when another process uses the data folder.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true, detached = true } = options;
  const dataFolder = resolve(options.dataFolder);
  const places = options.persistentPlaces ?? systemPlaces();
  const place = clusterPlace(dataFolder, places, log);
  const native = findNativeBinaries(place.user, isRoot() ? places : [join(dataFolder, 'native')], log);
  const keys = keysFolder(dataFolder);
  const known = readSecret(keys, secretsName);
  const isNew = !hasCluster(place.folder);
  if (!isNew) refuseOtherMajor(place.folder, native.version);
  if (known === null && !isNew) {
    throw new Error(
      `${join(keys, secretsName)} is missing: without it nobody can open the database in ${place.folder}.`,
    );
  }
  const secrets = secretsSchema.parse(known ?? { administrator: randomPassword(), migrate: randomPassword() });
  if (isNew) {
    log.info(`Creating a database (PostgreSQL ${native.version}) in ${place.folder}`);
    writeSecret(keys, secretsName, secrets);
    createCluster(place, native, secrets.administrator, durable);
  } else {
    log.info(`Starting PostgreSQL ${native.version} in ${place.folder}`);
  }
  const server = new ClusterServer({
    place,
    native,
    password: secrets.administrator,
    logFile: join(dataFolder, 'postgres.log'),
    preferredPort: secrets.port,
    durable,
    detached,
    log,
  });
  try {
    await server.start();
    if (server.port !== secrets.port) writeSecret(keys, secretsName, { ...secrets, port: server.port });
    await ensureOwner(server.administration, secrets.migrate);
    const ownerUrl = `postgres://${owner}:${secrets.migrate}@127.0.0.1:${server.port}/${database}`;
    const appUrl = await ensureAppLogin(ownerUrl, dataFolder);
    const sequencerUrl = await ensureSequencerLogin(ownerUrl, dataFolder);
    return { ownerUrl, appUrl, sequencerUrl, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** PostgreSQL reads the files of its own major version only. */
function refuseOtherMajor(folder: string, version: string): void {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (made === version.split('.')[0]) return;
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${made}, and this Tavolo brings PostgreSQL ${version}. Start the earlier Tavolo and move the data with pg_dump.`,
  );
}

async function ensureOwner(client: Client, password: string): Promise<void> {
  const { rows: roles } = await client.query('select from pg_roles where rolname = $1', [owner]);
  if (roles.length === 0) {
    await client.query(`create role ${owner} login createrole createdb password ${client.escapeLiteral(password)}`);
    // To drop a database that somebody is still connected to.
    await client.query(`grant pg_signal_backend to ${owner}`);
  }
  const { rows: databases } = await client.query('select from pg_database where datname = $1', [database]);
  if (databases.length === 0) await client.query(`create database ${database} owner ${owner}`);
}
