import { randomBytes } from 'node:crypto';
import { Client, DatabaseError } from 'pg';
import { z } from 'zod';
import { keysFolder, randomPassword, readSecret, writeSecret } from './embedded/secrets.js';

/** A login to the owner's database that is made by Tavolo and kept in the keys folder. */
interface LoginKind {
  /** The role that migrations grant rights to. The login is this role, or a member of it. */
  readonly role: 'tavolo_app' | 'tavolo_sequencer';
  /** Who works as it, for a sentence. */
  readonly bearer: string;
  /** Its file in the keys folder. */
  readonly secretName: string;
  /** Where an operator names a login that he made himself. */
  readonly variable: string;
}

const application: LoginKind = {
  role: 'tavolo_app',
  bearer: 'the application',
  secretName: 'database-login.json',
  variable: 'APP_DATABASE_URL',
};

const sequencer: LoginKind = {
  role: 'tavolo_sequencer',
  bearer: 'the sequencer of the log',
  secretName: 'sequencer-login.json',
  variable: 'SEQUENCER_DATABASE_URL',
};

const login = z.object({ user: z.string(), password: z.string() });
type Login = z.infer<typeof login>;

/**
 * The URL with which the application works in the owner's database: as `tavolo_app`, or as a login of its own that is a
 * member of `tavolo_app` when that role belongs to another installation on the same server, whose password stays as it
 * is. The password is random and kept in the keys folder.
 * @throws Error in plain words when the owner may not create roles.
 */
export function ensureAppLogin(ownerUrl: string, dataFolder: string): Promise<string> {
  return ensureLogin(application, ownerUrl, dataFolder);
}

/**
 * The URL with which the sequencer of the log works in the owner's database, likewise: as `tavolo_sequencer`, or as a
 * member of it (also where an earlier version made that role without a login).
 * @throws Error in plain words when the owner may not create roles.
 */
export function ensureSequencerLogin(ownerUrl: string, dataFolder: string): Promise<string> {
  return ensureLogin(sequencer, ownerUrl, dataFolder);
}

async function ensureLogin(kind: LoginKind, ownerUrl: string, dataFolder: string): Promise<string> {
  const keys = keysFolder(dataFolder);
  const known = login.nullable().parse(readSecret(keys, kind.secretName));
  if (known !== null && (await works(urlFor(ownerUrl, known), kind))) return urlFor(ownerUrl, known);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const made = await createLogin(client, kind);
    writeSecret(keys, kind.secretName, made);
    return urlFor(ownerUrl, made);
  } finally {
    await client.end();
  }
}

function urlFor(ownerUrl: string, { user, password }: Login): string {
  const url = new URL(ownerUrl);
  if (url.hostname === '') {
    // A socket named in the query: such a URL has no place for a user but the query itself.
    url.searchParams.set('user', user);
    url.searchParams.set('password', password);
    return url.href;
  }
  url.username = user;
  url.password = password;
  return url.href;
}

async function works(url: string, { role }: LoginKind): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query('select 1 where pg_has_role(current_user, $1, $2)', [role, 'usage']);
    return rows.length === 1;
  } catch (error) {
    // Wrong password, no such role, not permitted: any other failure is not about the login.
    if (error instanceof DatabaseError && ['28P01', '28000', '42704', '42501'].includes(error.code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createLogin(client: Client, kind: LoginKind): Promise<Login> {
  const { role } = kind;
  const password = randomPassword();
  const own = `${role}_${randomBytes(4).toString('hex')}`;
  for (const [user, membership] of [
    [role, ''],
    [own, ` in role ${role}`],
  ] as const) {
    try {
      await client.query(`create role ${user} login password ${client.escapeLiteral(password)}${membership}`);
      return { user, password };
    } catch (error) {
      if (error instanceof DatabaseError && error.code === '42501') throw mayNotCreateRoles(kind);
      // Taken (also by another process in this very moment, which shows as a unique violation): the second name.
      if (!(error instanceof DatabaseError && ['42710', '23505'].includes(error.code ?? ''))) throw error;
    }
  }
  throw new Error(`the database login ${own} could not be created`);
}

function mayNotCreateRoles({ bearer, variable }: LoginKind): Error {
  return new Error(
    `The user of DATABASE_URL may not create the role that ${bearer} works as. Either let it ` +
      `(ALTER ROLE <user> CREATEROLE), or create the roles yourself as infra/README.md says, and name the login in ${variable}.`,
  );
}
