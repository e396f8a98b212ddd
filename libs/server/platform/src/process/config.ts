import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { noProxies, type TrustedProxies } from './trusted-proxies.js';
import { SettingsReader } from './settings-reader.js';

/** What an installation is for. `demo` shows invented people, `production` is for real ones. */
export type Mode = (typeof modes)[number];
const modes = ['demo', 'production', 'development', 'test'] as const;

export type LogLevel = (typeof logLevels)[number];
const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export type DemoLanguage = (typeof demoLanguages)[number];
const demoLanguages = ['en', 'it'] as const;

export interface Smtp {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** The sender's address. */
  readonly from: string;
}

/** Everything that an operator can set, checked. See `infra/README.md` for the names of the variables. */
export interface Config {
  /** TCP port of the server; 0 takes a free one (see `settlePort`). */
  readonly port: number;
  /** The address to listen on; null for all of them. */
  readonly host: string | null;
  /** Full path of the folder that holds keys and, without `databaseUrl`, the database. */
  readonly dataFolder: string;
  /** The owner's URL of a PostgreSQL 15 or newer; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The application's own URL in the same database; null: a login is made and kept in the data folder. */
  readonly appDatabaseUrl: string | null;
  /** The URL of the sequencer of the log in the same database; null: a login is made and kept in the data folder. */
  readonly sequencerDatabaseUrl: string | null;
  /** The address that people type, without a slash at the end. */
  readonly publicUrl: string;
  readonly smtp: Smtp | null;
  readonly logLevel: LogLevel;
  readonly mode: Mode;
  readonly demoLanguage: DemoLanguage;
  /** The proxies in front that are believed when they say whom they speak for; by itself, none. */
  readonly trustedProxies: TrustedProxies;
  /** How many times the usual number of attempts one network address has: for many people behind one address. */
  readonly addressLimitFactor: number;
}

/** The settings cannot be used: `problems` holds one plain sentence for each, all of them at once. */
export class ConfigProblems extends Error {
  override readonly name = 'ConfigProblems';

  constructor(readonly problems: readonly string[]) {
    super(`The settings need attention:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const modeMarker = 'mode';

/**
 * Reads and checks the settings: the environment, and for what is not set there the file at `dotenvPath` if it exists.
 * An empty value counts as not set.
 * @throws ConfigProblems naming every problem at once.
 */
export function loadConfig(env: NodeJS.ProcessEnv, dotenvPath?: string): Config {
  const read = new SettingsReader({ ...dotenv(dotenvPath), ...withoutEmpty(env) });
  const port = read.integer('PORT', { min: 0, max: 65_535, otherwise: 3000 });
  const dataFolder = resolve(read.text('TAVOLO_DATA') ?? './.data');
  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const appDatabaseUrl = read.url('APP_DATABASE_URL', ['postgres:', 'postgresql:']);
  const sequencerDatabaseUrl = read.url('SEQUENCER_DATABASE_URL', ['postgres:', 'postgresql:']);
  const publicUrl = read.origin('PUBLIC_URL');
  const smtpUrl = read.url('SMTP_URL', ['smtp:', 'smtps:']);
  const from = read.address('MAIL_FROM');
  if (read.isSet('SMTP_URL') !== read.isSet('MAIL_FROM')) {
    const [given, missing] = read.isSet('SMTP_URL') ? ['SMTP_URL', 'MAIL_FROM'] : ['MAIL_FROM', 'SMTP_URL'];
    read.problem(`${given} is set and ${missing} is not: mail needs both.`);
  }
  for (const name of ['APP_DATABASE_URL', 'SEQUENCER_DATABASE_URL']) {
    if (!read.isSet(name) || read.isSet('DATABASE_URL')) continue;
    read.problem(`${name} is set and DATABASE_URL is not: the first is a further login to the same database.`);
  }
  if (isSameUser(sequencerDatabaseUrl, appDatabaseUrl) || isSameUser(sequencerDatabaseUrl, databaseUrl)) {
    read.problem(
      'SEQUENCER_DATABASE_URL names the user of another login: the sequencer of the log needs one of its own, as infra/README.md says.',
    );
  }
  const config: Config = {
    port,
    host: read.text('HOST'),
    dataFolder,
    databaseUrl,
    appDatabaseUrl,
    sequencerDatabaseUrl,
    publicUrl: publicUrl ?? localAddress(port),
    smtp: smtpUrl !== null && from !== null ? { url: smtpUrl, from } : null,
    logLevel: read.oneOf('LOG_LEVEL', logLevels) ?? 'info',
    mode:
      read.oneOf('TAVOLO_MODE', modes) ??
      defaultMode(
        dataFolder,
        ['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL'].some((name) => read.isSet(name)),
      ),
    demoLanguage: read.oneOf('TAVOLO_DEMO_LANGUAGE', demoLanguages) ?? 'en',
    trustedProxies: read.proxies('TRUSTED_PROXIES') ?? noProxies,
    addressLimitFactor: read.integer('ADDRESS_LIMIT_FACTOR', { min: 1, max: 1000, otherwise: 1 }),
  };
  if (read.problems.length > 0) throw new ConfigProblems(read.problems);
  return config;
}

/** Whether two database URLs name the same user, as far as they name any. */
function isSameUser(url: string | null, other: string | null): boolean {
  if (url === null || other === null) return false;
  const [one, two] = [url, other].map((text) => {
    const { username, searchParams } = new URL(text);
    return username || searchParams.get('user');
  });
  return one !== null && one === two;
}

/** The address of the server for a browser on this machine. */
export function localAddress(port: number): string {
  return `http://localhost:${port}`;
}

/** Where a start notes its mode, so that a data folder stays what it was when a setting is removed. */
export function modeFile(dataFolder: string): string {
  return join(dataFolder, modeMarker);
}

function defaultMode(dataFolder: string, configured: boolean): Mode {
  const marked = existsSync(modeFile(dataFolder)) ? readFileSync(modeFile(dataFolder), 'utf8').trim() : null;
  if (configured) return 'production';
  if (marked !== null) return marked === 'demo' ? 'demo' : 'production';
  return isEmpty(dataFolder) ? 'demo' : 'production';
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

function dotenv(path: string | undefined): Record<string, string> {
  if (path === undefined || !existsSync(path)) return {};
  return withoutEmpty(parseEnv(readFileSync(path, 'utf8')));
}

function withoutEmpty(values: NodeJS.Dict<string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}
