import { instant, type Instant } from '@tavolo/kernel';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActRunner } from '../acts/act-runner.js';
import { OutcomeStore } from '../acts/outcome-store.js';
import { system } from '../acts/who.js';
import { MasterKeyRing } from '../audit/keys/key-ring.js';
import { AuditBundle } from '../audit/reading/audit-bundle.js';
import { AuditLogReader } from '../audit/reading/audit-log.reader.js';
import { HeadKeeper } from '../audit/sequencing/head-keeper.js';
import { LeadingSequencer } from '../audit/sequencing/leading-sequencer.js';
import { SequencingRound } from '../audit/sequencing/sequencing-round.js';
import { HeadMemory } from '../audit/signing/head-memory.js';
import { KeyFileSigner } from '../audit/signing/key-file-signer.js';
import { type Signer } from '../audit/signing/signer.js';
import { AuditAppender } from '../audit/write/audit-appender.js';
import { AuditErasure } from '../audit/write/audit-erasure.js';
import { AuditSpaces } from '../audit/write/audit-spaces.js';
import { DisclosureVault } from '../audit/write/disclosure-vault.js';
import { OpenSystemLog } from '../audit/write/open-system-log.act.js';
import { Clock } from '../clock/clock.js';
import { SequencerDatabase } from '../database/sequencer-database.js';
import { type TestDatabase } from '../database/test-database.js';
import { WriteWatch } from '../health/write-watch.js';
import { InProcessFactBus, type FreshFact } from '../live/fact-bus.js';

/** A clock that stands still where a test puts it. */
export class TestClock extends Clock {
  override readonly movable = true;

  constructor(private at: Instant) {
    super();
  }

  override now(): Instant {
    return this.at;
  }

  set(at: string): void {
    this.at = instant(at);
  }
}

/** What acts need to run in a test, without Nest, HTTP or a running sequencer. */
export interface TestPlatform {
  readonly runner: ActRunner;
  readonly clock: TestClock;
  readonly spaces: AuditSpaces;
  readonly erasure: AuditErasure;
  readonly reader: AuditLogReader;
  readonly bundle: AuditBundle;
  readonly signer: Signer;
  readonly writes: WriteWatch;
  /** The facts announced so far. */
  readonly facts: readonly FreshFact[];
  /** Id of the system log, already opened. */
  readonly systemSpace: string;
  /** Starts the sequencer; without it entries stay pending, which no act minds. */
  startSequencer(): void;
  close(): Promise<void>;
}

/** A platform on a test database, at a fixed time. Close it before the database. */
export async function testPlatform(
  { dataSource, sequencerUrl }: Pick<TestDatabase, 'dataSource' | 'sequencerUrl'>,
  now = '2026-11-24T08:00:00.000Z',
): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-test-keys-'));
  const vault = new DisclosureVault(new MasterKeyRing(randomBytes(32)));
  const signer = new KeyFileSigner(randomBytes(32), await HeadMemory.open(join(folder, 'log-heads.json')));
  const pace = { tickMillis: 20, sealWithinMillis: 5000 };
  const own = new SequencerDatabase(sequencerUrl);
  const sequencer = new LeadingSequencer(dataSource, own, new SequencingRound(), new HeadKeeper(signer, 0), pace);
  const clock = new TestClock(instant(now));
  const bus = new InProcessFactBus();
  const facts: FreshFact[] = [];
  bus.subscribe((fact) => facts.push(fact));
  const writes = new WriteWatch(dataSource);
  const runner = new ActRunner(dataSource, new AuditAppender(vault), new OutcomeStore(), sequencer, clock, bus, writes);
  const spaces = new AuditSpaces('http://localhost:3000');
  const known = await spaces.findSystem(dataSource.manager);
  const systemSpace = known?.id ?? (await runner.run(new OpenSystemLog(spaces), {}, system)).space;
  return {
    runner,
    clock,
    spaces,
    erasure: new AuditErasure(),
    reader: new AuditLogReader(dataSource, vault, signer),
    bundle: new AuditBundle(dataSource, vault, signer, sequencer),
    signer,
    writes,
    facts,
    systemSpace,
    startSequencer: () => sequencer.start(),
    close: async () => {
      await sequencer.stop();
      await own.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
