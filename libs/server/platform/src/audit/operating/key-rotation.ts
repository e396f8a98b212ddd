import { parseEntry } from '@tavolo/audit-log';
import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type ActRunner } from '../../acts/act-runner.js';
import { system } from '../../acts/who.js';
import { type SignerKeys } from '../signing/signer-keys.js';
import { type AuditSpace, type AuditSpaces } from '../write/audit-spaces.js';
import { type OperatorFiles } from './operator-files.js';
import { RecordKeyChange, type KeyOfLog } from './record-key-change.act.js';

/** For so long the old key signs along with the new one (audit-log.md 2.3): who pinned it has time to follow. */
export const OVERLAP_DAYS = 90;
const DAY_MILLIS = 86_400_000;

/**
 * Changes the key of the logs: each log tells its new key, then old and new sign together, and after 90 days each log tells
 * that the old one is retired. Every step can be broken off and is taken up at the next start. The days are those of the
 * real world, whatever the clock of a demonstration says.
 */
export class KeyRotation {
  readonly #log = new Logger('LogKeys');

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: SignerKeys,
    private readonly spaces: AuditSpaces,
    private readonly runner: ActRunner,
    private readonly files: OperatorFiles,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** What the operator has asked for, and what is due. Call it before anything is signed. */
  async run(): Promise<void> {
    if ((await this.files.asked('rotate-log-key')) !== null) {
      await this.keys.announce();
      await this.files.fulfilled('rotate-log-key');
    }
    if (this.keys.hasAnnounced) await this.#useAnnounced();
    await this.retireDue();
  }

  /** Retires keys whose time together with the new one is over, and tells the logs what they do not know yet. */
  async retireDue(): Promise<void> {
    const retired = await this.keys.retire(new Date(this.now().getTime() - OVERLAP_DAYS * DAY_MILLIS));
    if (retired > 0) this.#log.warn('the old key of the logs is retired, and its secret is destroyed');
    const spaces = await this.#spaces();
    await this.#tell('log.key.added', spaces, (origin) => this.keys.keysOf(origin).slice(1));
    await this.#tell('log.key.retired', spaces, (origin) =>
      this.keys.keysOf(origin).filter(({ state }) => state === 'retired'),
    );
  }

  async #useAnnounced(): Promise<void> {
    const spaces = await this.#spaces();
    await this.#tell('log.key.added', spaces, (origin) => {
      const vkey = this.keys.announced(origin);
      return vkey === null ? [] : [{ vkey }];
    });
    await this.keys.putIntoUse(
      spaces.map(({ origin }) => origin),
      this.now(),
    );
    this.#log.warn(`the logs have a new key; the old one signs along with it for ${OVERLAP_DAYS} days`);
  }

  async #tell(
    change: 'log.key.added' | 'log.key.retired',
    spaces: readonly AuditSpace[],
    keysOf: (origin: string) => readonly { readonly vkey: string }[],
  ): Promise<void> {
    const told = await this.#told(change, spaces);
    const untold: KeyOfLog[] = spaces.flatMap(({ id, origin }) =>
      keysOf(origin)
        .filter(({ vkey }) => !told.has(vkey))
        .map(({ vkey }) => ({ space: id, vkey })),
    );
    if (untold.length > 0) await this.runner.run(new RecordKeyChange(change, untold), {}, system);
  }

  /** The vkeys, which name their log, that the logs have told about. */
  async #told(change: string, spaces: readonly AuditSpace[]): Promise<ReadonlySet<unknown>> {
    const rows = await this.dataSource.query<{ leaf: Buffer }[]>(
      `select leaf from audit.entry where space_id = any($1::uuid[]) and stream = 'log:keys' and act = $2`,
      [spaces.map(({ id }) => id), change],
    );
    return new Set(rows.map(({ leaf }) => parseEntry(new Uint8Array(leaf)).data.vkey));
  }

  #spaces(): Promise<AuditSpace[]> {
    return this.spaces.all(this.dataSource.manager);
  }
}
