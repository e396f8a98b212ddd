import {
  parseEntry,
  restoreData,
  restoreOf,
  restoreStatement,
  sameRestore,
  type NoteSigner,
  type StatedRestore,
} from '@tavolo/audit-log';
import { Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { type ActRunner } from '../../acts/act-runner.js';
import { system } from '../../acts/who.js';
import { type Signer } from '../signing/signer.js';
import { type AuditSpaces } from '../write/audit-spaces.js';
import { OpenSystemLog } from '../write/open-system-log.act.js';
import { LostHeads, type LostHead } from './lost-heads.reader.js';
import { type OperatorFiles } from './operator-files.js';
import { RecordRestore, type RestoreToTell } from './record-restore.act.js';

/**
 * Keeps a database that was restored from a backup, or changed, from being continued as if nothing had happened
 * (audit-log.md 2.3). Without the operator's consent to exactly this loss nothing starts; with it each log tells the
 * restore, and the signer goes on from the head that the backup holds.
 */
export class RestoreGuard {
  readonly #log = new Logger('Restore');

  constructor(
    private readonly dataSource: DataSource,
    private readonly signer: Signer,
    private readonly spaces: AuditSpaces,
    private readonly runner: ActRunner,
    private readonly files: OperatorFiles,
  ) {}

  /** Call it before anything is sequenced or signed. Throws, in plain words for the operator, when something is lost. */
  async check(): Promise<void> {
    const lost = await new LostHeads(this.dataSource, this.signer).find();
    if (lost.length === 0) return;
    if (lost.some(({ contradictory }) => contradictory)) throw new Error(changedMessage(lost));
    const code = codeOf(lost);
    const consent = await this.files.asked('accept-restore');
    if (consent !== code) {
      const path = this.files.pathOf('accept-restore');
      const other = consent === null ? [] : [`The file ${path} is there, but it does not hold this code.`];
      throw new Error([restoredMessage(lost, code, path), ...other].join('\n'));
    }
    const operator = await this.files.signer();
    await this.#tell(lost, operator);
    for (const restore of lost) {
      const { origin, lost: last, kept } = restore;
      const stated = restoreOf({ act: 'restore.performed', data: restoreData(restore, operator) });
      if (stated) await this.signer.goBack(stated);
      this.#log.warn(`${origin}: a backup was restored; signed up to ${last.size} entries, goes on from ${kept.size}`);
    }
    await this.files.fulfilled('accept-restore');
  }

  /** Tells what a start that was broken off has not told yet. */
  async #tell(lost: readonly LostHead[], operator: NoteSigner): Promise<void> {
    const { manager } = this.dataSource;
    if ((await this.spaces.findSystem(manager)) === null) {
      await this.runner.run(new OpenSystemLog(this.spaces), {}, system);
    }
    const { id: systemLog } = await this.spaces.system(manager);
    const told = await this.#told();
    const untold: RestoreToTell[] = lost
      .filter((restore) => !told.some((known) => sameRestore(known, restore)))
      .map((restore) => ({ space: restore.space ?? systemLog, restore }));
    if (untold.length > 0) await this.runner.run(new RecordRestore(untold, operator), {}, system);
  }

  async #told(): Promise<StatedRestore[]> {
    const rows = await this.dataSource.query<{ leaf: Buffer }[]>(
      `select entry.leaf from audit.space
       join audit.entry on entry.space_id = space.id and entry.stream = 'log:restores'`,
    );
    return rows.flatMap(({ leaf }) => restoreOf(parseEntry(new Uint8Array(leaf))) ?? []);
  }
}

/** Stands for exactly this loss: a consent to it is no consent to another. */
function codeOf(lost: readonly LostHead[]): string {
  const text = lost.map((restore) => restoreStatement(restore)).join('');
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

function restoredMessage(lost: readonly LostHead[], code: string, path: string): string {
  return [
    'The database is older than what has been signed, as after restoring a backup:',
    ...linesOf(lost),
    'What was recorded in between would be gone, and everybody who kept a newer head of a log would see that.',
    '- Did nobody restore a backup? Then somebody changed the database: keep everything as it is, and find out who.',
    '- Is there a newer backup? Then restore that one, and start again.',
    '- Is this a new database? Then give it a data folder of its own (TAVOLO_DATA).',
    `- To go on from this backup, write the code ${code} into the file ${path} and start again. Each log will tell the restore.`,
    'See docs/operations/log-keys.md.',
  ].join('\n');
}

function changedMessage(lost: readonly LostHead[]): string {
  return [
    'The log in the database is neither what was signed nor an older copy of it: entries were changed or taken away.',
    ...linesOf(lost),
    'Keep everything as it is, and find out who changed it. Then restore a backup in which the log is whole. See docs/operations/log-keys.md.',
  ].join('\n');
}

const linesOf = (lost: readonly LostHead[]): string[] =>
  lost.map(({ origin, space, lost: last, kept, contradictory }) => {
    const now = contradictory
      ? 'is not whole'
      : space === null
        ? 'does not know this log'
        : `holds signed entries up to ${kept.size}`;
    return `  ${origin}: signed up to ${last.size} entries; the database ${now}`;
  });
