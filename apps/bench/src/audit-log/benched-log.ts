import { unzipBundle, verifyBundle } from '@tavolo/audit-log';
import {
  ActRunner,
  AuditBundle,
  AuditLogReader,
  AuditSpaces,
  DataSource,
  platformApp,
  Sequencer,
  system,
  type DatabaseLogins,
  type PlatformApp,
} from '@tavolo/server-platform';
import { Append } from './append.act.js';

/** As many connections as a process of the server has. */
const connections = 16;

/** The log of a running platform: acts, recorder, sequencer and signer as in an installation, without HTTP. */
export class BenchedLog {
  private constructor(
    private readonly platform: PlatformApp,
    private readonly dataSource: DataSource,
    private readonly space: string,
  ) {}

  /** Starts the platform on a migrated database. */
  static async open({ appUrl, sequencerUrl }: DatabaseLogins): Promise<BenchedLog> {
    const options = { type: 'postgres', url: appUrl, synchronize: false, logging: false } as const;
    const dataSource = await new DataSource({ ...options, poolSize: connections }).initialize();
    const platform = await platformApp({ dataSource, sequencerUrl });
    const { id } = await platform.app.get(AuditSpaces).system(dataSource.manager);
    return new BenchedLog(platform, dataSource, id);
  }

  /** Records one entry; comes back when it is committed, with its id. */
  async append(stream: string): Promise<string> {
    const command = { stream, text: 'Transport to the day centre, twice a week.' };
    const { entries } = await this.platform.app.get(ActRunner).perform(new Append(this.space), command, system);
    const [entry] = entries;
    if (!entry) throw new Error('nothing was recorded');
    return entry.id;
  }

  /** Comes back when a signed head covers the entry. */
  sealed(entry: string): Promise<void> {
    return this.platform.app.get(Sequencer).sealed([entry]);
  }

  /** Verifies the exported log as anybody would; returns its size. */
  async verified(): Promise<number> {
    const { app } = this.platform;
    const files = unzipBundle(await app.get(AuditBundle).zip(this.space, { withDisclosures: true }));
    const { vkey, head } = await app.get(AuditLogReader).proofState(this.space);
    const { verdict, first } = verifyBundle(files, { vkeys: [vkey] });
    if (verdict !== 0) throw new Error(`the exported log does not verify: ${JSON.stringify(first)}`);
    return head?.size ?? 0;
  }

  async close(): Promise<void> {
    await this.platform.close();
    await this.dataSource.destroy();
  }
}
