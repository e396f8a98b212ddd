import { Client } from 'pg';
import type { Mode } from '../process/config.js';

/** The database was made for something else than this start is for. */
export class WrongInstallation extends Error {
  override readonly name = 'WrongInstallation';
}

/**
 * Marks a migrated database with the mode of its first start, and from then on refuses the modes that do not go with it:
 * a demonstration (also development and tests, which play with data) never runs on a database with real accounts, and
 * production never on one with invented people.
 * @throws WrongInstallation with a sentence that says what to do.
 */
export async function claimInstallation(ownerUrl: string, mode: Mode): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('insert into installation (mode) values ($1) on conflict do nothing', [mode]);
    const { rows } = await client.query<{ mode: Mode }>('select mode from installation');
    const recorded = rows[0]?.mode ?? mode;
    if (mode === recorded) return;
    if (recorded === 'production') {
      throw new WrongInstallation(
        `This database belongs to a real installation, with real accounts: it is not opened in ${mode} mode. ` +
          'Remove TAVOLO_MODE to go on with the real installation, or choose another database (TAVOLO_DATA or DATABASE_URL).',
      );
    }
    if (mode === 'production') {
      throw new WrongInstallation(
        `This database was made in ${recorded} mode and holds invented people: it is not used for a real installation. ` +
          `Choose an empty database (another TAVOLO_DATA or DATABASE_URL), or set TAVOLO_MODE=${recorded} to go on with this one.`,
      );
    }
  } finally {
    await client.end();
  }
}
