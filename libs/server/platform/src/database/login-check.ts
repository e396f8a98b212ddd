import { Client } from 'pg';
import type { DatabaseLogins } from './database.module.js';
import type { StartLog } from '../process/start-log.js';

/**
 * Looks, after the migrations, whether application and sequencer are kept apart. Where the application's login can still
 * become the sequencer, because the right was given by somebody whose grants the owner cannot take back, a start warns and
 * says how to end that.
 * @throws Error in plain words when the login of the sequencer cannot be used, or has not the sequencer's rights.
 */
export async function checkLogins({ appUrl, sequencerUrl }: DatabaseLogins, log: StartLog): Promise<void> {
  const asSequencer = await ask(sequencerUrl, 'usage').catch((error: unknown) => {
    throw new Error(`The sequencer of the log cannot open the database (SEQUENCER_DATABASE_URL): ${said(error)}`);
  });
  if (!asSequencer.holds) {
    throw new Error(
      `The user ${asSequencer.user} of SEQUENCER_DATABASE_URL has not the rights of the sequencer of the log: ` +
        `GRANT tavolo_sequencer TO ${asSequencer.quoted}.`,
    );
  }
  const asApplication = await ask(appUrl, 'member');
  if (asApplication.holds) {
    log.warn(
      `The database login of the application (${asApplication.user}) can become the sequencer of the log. ` +
        'Let an administrator of the database end that: REVOKE tavolo_sequencer FROM tavolo_app CASCADE.',
    );
  }
}

interface Standing {
  readonly user: string;
  readonly quoted: string;
  readonly holds: boolean;
}

/** `usage`: has the rights of the sequencer; `member`: can get them by `set role`. */
async function ask(url: string, right: 'usage' | 'member'): Promise<Standing> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<Standing>(
      `select current_user as user, quote_ident(current_user) as quoted,
         pg_has_role(current_user, 'tavolo_sequencer', $1) as holds`,
      [right],
    );
    const [standing] = rows;
    if (!standing) throw new Error('the database gave no answer');
    return standing;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function said(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string };
  return message || code;
}
