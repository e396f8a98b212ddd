import { type Health } from '@tavolo/contracts';
import { type DataSource } from 'typeorm';
import { type LeadingSequencer } from '../audit/sequencing/leading-sequencer.js';
import { orphansMessage } from '../audit/sequencing/orphan-watch.js';
import { type Signer } from '../audit/signing/signer.js';
import { type MailStore } from '../mail/mail-store.js';
import { type WriteWatch } from './write-watch.js';

/** One thing that must work; the detail is one plain sentence for the operator. */
interface Check {
  readonly ok: boolean;
  readonly detail: string;
}

export interface HealthOptions {
  readonly version: string;
  /** Names of the migrations that must have run. */
  readonly migrations: readonly string[];
  /** Whether mails go out over SMTP. */
  readonly smtp: boolean;
}

/** Alarm when an entry waits longer than this for its index (audit-log.md 3.4). */
const LAG_ALARM_MILLIS = 2000;

/** Whether the process can do its work: database, writing, schema, log, signer, mail. Mail trouble is told, but is no reason to take the process away. */
export class HealthReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly writes: WriteWatch,
    private readonly sequencer: LeadingSequencer,
    private readonly signer: Signer,
    private readonly mails: MailStore,
    private readonly options: HealthOptions,
  ) {}

  async read(): Promise<Health> {
    const [database, writing, migrations, sequencer, signer, mail] = await Promise.all([
      guarded(() => this.#database()),
      guarded(() => this.#writing()),
      guarded(() => this.#migrations()),
      guarded(() => this.#sequencer()),
      guarded(() => this.#signer()),
      guarded(() => this.#mail()),
    ]);
    const checks = { database, writing, migrations, sequencer, signer, mail };
    const needed = [database, writing, migrations, sequencer, signer];
    return { status: needed.every(({ ok }) => ok) ? 'ok' : 'failing', version: this.options.version, checks };
  }

  async #database(): Promise<Check> {
    const started = performance.now();
    await this.dataSource.query('select 1');
    return { ok: true, detail: `answers in ${Math.ceil(performance.now() - started)} ms` };
  }

  async #writing(): Promise<Check> {
    const trouble = await this.writes.trouble();
    return { ok: trouble === null, detail: trouble ?? 'takes what is written' };
  }

  async #migrations(): Promise<Check> {
    const rows = await this.dataSource.query<{ name: string }[]>('select audit.migrations_run() as name');
    const run = new Set(rows.map(({ name }) => name));
    const missing = this.options.migrations.filter((name) => !run.has(name));
    if (missing.length > 0) return { ok: false, detail: `these have not run: ${missing.join(', ')}` };
    return { ok: true, detail: `${run.size} have run` };
  }

  async #sequencer(): Promise<Check> {
    const { fault, orphans } = this.sequencer.state;
    if (orphans.length > 0) return { ok: false, detail: orphansMessage(orphans) };
    if (fault !== null) return { ok: false, detail: fault };
    const [row] = await this.dataSource.query<{ pending: string; oldest: string | null }[]>(
      `select (select count(*) from audit.pending) as pending,
         (select entry_id from audit.pending order by entry_id limit 1) as oldest`,
    );
    const lag = row?.oldest ? Math.max(0, Date.now() - millisOf(row.oldest)) : 0;
    return { ok: lag < LAG_ALARM_MILLIS, detail: `${row?.pending ?? 0} entries wait, the oldest for ${lag} ms` };
  }

  async #signer(): Promise<Check> {
    const { refusals } = this.sequencer.state;
    if (refusals.length > 0) return { ok: false, detail: refusals.join('; ') };
    await this.signer.verifierKey('health');
    return { ok: true, detail: 'has its key, and refuses no log' };
  }

  async #mail(): Promise<Check> {
    if (!this.options.smtp) return { ok: true, detail: 'no SMTP server: mails are kept in the outbox' };
    const { retrying, givenUp } = await this.mails.troubles();
    return {
      ok: retrying === 0 && givenUp === 0,
      detail: `${retrying} mails are tried again, ${givenUp} were given up`,
    };
  }
}

async function guarded(check: () => Promise<Check>): Promise<Check> {
  try {
    return await check();
  } catch {
    // What the database says may name hosts and users; it stands in the log of whoever failed first.
    return { ok: false, detail: 'cannot be checked' };
  }
}

/** When a UUIDv7 was made. */
function millisOf(uuid: string): number {
  return Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16);
}
