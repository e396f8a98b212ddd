import { type FactoryProvider } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ActRunner } from '../acts/act-runner.js';
import { Clock } from '../clock/clock.js';
import { DemoClock } from '../clock/demo-clock.js';
import { SequencerDatabase } from '../database/sequencer-database.js';
import { PersonalData } from './erasure/personal-data.js';
import { KeyRing, MasterKeyRing } from './keys/key-ring.js';
import { secretInFile } from './keys/secret-file.js';
import { KeyRotation } from './operating/key-rotation.js';
import { LogOperations } from './operating/log-operations.js';
import { OperatorFiles } from './operating/operator-files.js';
import { RestoreGuard } from './operating/restore-guard.js';
import { AuditBundle } from './reading/audit-bundle.js';
import { AuditLogReader } from './reading/audit-log.reader.js';
import { LogTiles } from './reading/log-tiles.js';
import { HeadKeeper } from './sequencing/head-keeper.js';
import { LeadingSequencer } from './sequencing/leading-sequencer.js';
import { Sequencer } from './sequencing/sequencer.js';
import { SequencingRound } from './sequencing/sequencing-round.js';
import { HeadMemory } from './signing/head-memory.js';
import { KeyFileSigner } from './signing/key-file-signer.js';
import { SignerKeys } from './signing/signer-keys.js';
import { Signer } from './signing/signer.js';
import { AuditAppender } from './write/audit-appender.js';
import { AuditErasure } from './write/audit-erasure.js';
import { AuditSpaces } from './write/audit-spaces.js';
import { DisclosureVault } from './write/disclosure-vault.js';

export interface AuditOptions {
  readonly publicUrl: string;
  /** Holds `master.key`, `log-signer.key`, `operator.key` and `log-heads.json`: see docs/operations/log-keys.md. */
  readonly keysFolder: string;
}

/** At most one signed head a second for each log (audit-log.md 2.3). */
const SIGN_EVERY_MILLIS = 1000;

/** The log: written, sequenced, signed and read in this process. Sequencer and signer are ports, so each can move out. */
export function auditProviders({ publicUrl, keysFolder }: AuditOptions): FactoryProvider[] {
  return [
    { provide: KeyRing, useFactory: async () => new MasterKeyRing(await secretInFile(join(keysFolder, 'master.key'))) },
    { provide: SignerKeys, useFactory: () => SignerKeys.open(join(keysFolder, 'log-signer.key')) },
    {
      provide: OperatorFiles,
      inject: [AuditSpaces],
      useFactory: (spaces: AuditSpaces) => OperatorFiles.open(keysFolder, spaces.operatorName),
    },
    {
      provide: Signer,
      inject: [SignerKeys, OperatorFiles],
      useFactory: async (keys: SignerKeys, { vkey }: OperatorFiles) =>
        new KeyFileSigner(keys, await HeadMemory.open(join(keysFolder, 'log-heads.json')), vkey),
    },
    { provide: DisclosureVault, inject: [KeyRing], useFactory: (ring: KeyRing) => new DisclosureVault(ring) },
    {
      provide: AuditAppender,
      inject: [DisclosureVault],
      useFactory: (vault: DisclosureVault) => new AuditAppender(vault),
    },
    { provide: AuditSpaces, useFactory: () => new AuditSpaces(publicUrl) },
    { provide: AuditErasure, useFactory: () => new AuditErasure() },
    { provide: PersonalData, useFactory: () => new PersonalData() },
    {
      provide: LeadingSequencer,
      inject: [DataSource, SequencerDatabase, Signer],
      useFactory: (dataSource: DataSource, own: SequencerDatabase, signer: Signer) =>
        new LeadingSequencer(dataSource, own, new SequencingRound(), new HeadKeeper(signer, SIGN_EVERY_MILLIS)),
    },
    { provide: Sequencer, inject: [LeadingSequencer], useFactory: (sequencer: LeadingSequencer) => sequencer },
    {
      provide: AuditLogReader,
      inject: [DataSource, DisclosureVault, Signer],
      useFactory: (dataSource: DataSource, vault: DisclosureVault, signer: Signer) =>
        new AuditLogReader(dataSource, vault, signer),
    },
    {
      provide: LogTiles,
      inject: [DataSource, AuditLogReader, Sequencer],
      useFactory: (dataSource: DataSource, reader: AuditLogReader, sequencer: Sequencer) =>
        new LogTiles(dataSource, reader, sequencer),
    },
    {
      provide: AuditBundle,
      inject: [DataSource, DisclosureVault, Signer, Sequencer],
      useFactory: (dataSource: DataSource, vault: DisclosureVault, signer: Signer, sequencer: Sequencer) =>
        new AuditBundle(dataSource, vault, signer, sequencer),
    },
    ...operating(),
  ];
}

/** What an operator asks for, before the sequencer starts: providers are made before anything that runs by itself. */
function operating(): FactoryProvider[] {
  return [
    {
      provide: RestoreGuard,
      inject: [DataSource, Signer, AuditSpaces, ActRunner, OperatorFiles],
      useFactory: (...parts: ConstructorParameters<typeof RestoreGuard>) => new RestoreGuard(...parts),
    },
    {
      provide: KeyRotation,
      inject: [DataSource, SignerKeys, AuditSpaces, ActRunner, OperatorFiles],
      useFactory: (...[source, keys, spaces, runner, files]: ConstructorParameters<typeof KeyRotation>) =>
        new KeyRotation(source, keys, spaces, runner, files),
    },
    {
      provide: LogOperations,
      inject: [RestoreGuard, KeyRotation, Clock, DataSource],
      useFactory: async (guard: RestoreGuard, rotation: KeyRotation, clock: Clock, { manager }: DataSource) => {
        // What is recorded here bears the time of the installation, also in a demonstration.
        if (clock instanceof DemoClock) await clock.load(manager);
        return LogOperations.prepare(guard, rotation);
      },
    },
  ];
}
