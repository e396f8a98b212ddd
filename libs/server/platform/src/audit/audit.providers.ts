import { type FactoryProvider } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { KeyRing, MasterKeyRing } from './keys/key-ring.js';
import { secretInFile } from './keys/secret-file.js';
import { AuditBundle } from './reading/audit-bundle.js';
import { AuditLogReader } from './reading/audit-log.reader.js';
import { HeadKeeper } from './sequencing/head-keeper.js';
import { LeadingSequencer } from './sequencing/leading-sequencer.js';
import { Sequencer } from './sequencing/sequencer.js';
import { SequencingRound } from './sequencing/sequencing-round.js';
import { HeadMemory } from './signing/head-memory.js';
import { KeyFileSigner } from './signing/key-file-signer.js';
import { Signer } from './signing/signer.js';
import { AuditAppender } from './write/audit-appender.js';
import { AuditErasure } from './write/audit-erasure.js';
import { AuditSpaces } from './write/audit-spaces.js';
import { DisclosureVault } from './write/disclosure-vault.js';

export interface AuditOptions {
  readonly publicUrl: string;
  /** Holds `master.key`, `log-signer.key` and `log-heads.json`. Back them up apart from the database. */
  readonly keysFolder: string;
}

/** At most one signed head a second for each log (audit-log.md 2.3). */
const SIGN_EVERY_MILLIS = 1000;

/** The log: written, sequenced, signed and read in this process. Sequencer and signer are ports, so each can move out. */
export function auditProviders({ publicUrl, keysFolder }: AuditOptions): FactoryProvider[] {
  return [
    { provide: KeyRing, useFactory: async () => new MasterKeyRing(await secretInFile(join(keysFolder, 'master.key'))) },
    {
      provide: Signer,
      useFactory: async () => {
        const memory = await HeadMemory.open(join(keysFolder, 'log-heads.json'));
        return new KeyFileSigner(await secretInFile(join(keysFolder, 'log-signer.key')), memory);
      },
    },
    { provide: DisclosureVault, inject: [KeyRing], useFactory: (ring: KeyRing) => new DisclosureVault(ring) },
    {
      provide: AuditAppender,
      inject: [DisclosureVault],
      useFactory: (vault: DisclosureVault) => new AuditAppender(vault),
    },
    { provide: AuditSpaces, useFactory: () => new AuditSpaces(publicUrl) },
    { provide: AuditErasure, useFactory: () => new AuditErasure() },
    {
      provide: LeadingSequencer,
      inject: [DataSource, Signer],
      useFactory: (dataSource: DataSource, signer: Signer) =>
        new LeadingSequencer(dataSource, new SequencingRound(), new HeadKeeper(signer, SIGN_EVERY_MILLIS)),
    },
    { provide: Sequencer, inject: [LeadingSequencer], useFactory: (sequencer: LeadingSequencer) => sequencer },
    {
      provide: AuditLogReader,
      inject: [DataSource, DisclosureVault, Signer],
      useFactory: (dataSource: DataSource, vault: DisclosureVault, signer: Signer) =>
        new AuditLogReader(dataSource, vault, signer),
    },
    {
      provide: AuditBundle,
      inject: [DataSource, DisclosureVault, Signer, Sequencer],
      useFactory: (dataSource: DataSource, vault: DisclosureVault, signer: Signer, sequencer: Sequencer) =>
        new AuditBundle(dataSource, vault, signer, sequencer),
    },
  ];
}
