import { type FactoryProvider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActRunner } from './acts/act-runner.js';
import { OutcomeStore } from './acts/outcome-store.js';
import { LeadingSequencer } from './audit/sequencing/leading-sequencer.js';
import { Sequencer } from './audit/sequencing/sequencer.js';
import { Signer } from './audit/signing/signer.js';
import { AuditAppender } from './audit/write/audit-appender.js';
import { AuditSpaces } from './audit/write/audit-spaces.js';
import { Clock, SystemClock } from './clock/clock.js';
import { DemoClock } from './clock/demo-clock.js';
import { MoveClock } from './clock/move-clock.act.js';
import { withPlatform } from './database/migrate.js';
import { HealthReader } from './health/health.js';
import { WriteWatch } from './health/write-watch.js';
import { ClientFiles } from './http/client-files.js';
import { ClientAddresses } from './http/client-addresses.js';
import { SessionCookie } from './http/cookies.js';
import { DocumentationInfo } from './http/documentation/documentation.controller.js';
import { Origins } from './http/origins.js';
import { MemoryRateLimiter, RateLimiter } from './http/rate-limiter.js';
import { Jobs } from './jobs/jobs.js';
import { PgBossJobs } from './jobs/pg-boss-jobs.js';
import { FactBus, InProcessFactBus } from './live/fact-bus.js';
import { LiveSessions } from './live/live-sessions.js';
import { SocketDoor } from './live/socket-door.js';
import { MailStore } from './mail/mail-store.js';
import { Mail } from './mail/mail.js';
import { OutboxMail } from './mail/outbox-mail.js';
import { OutboxAccess } from './mail/outbox.controller.js';
import { SmtpMail } from './mail/smtp-mail.js';
import { type PlatformOptions } from './platform-options.js';

/** Acts, clock, HTTP, live facts, mail and health, each under the class or port that the contexts ask for. */
export function platformProviders(options: PlatformOptions): FactoryProvider[] {
  return [...acts(options), ...http(options), ...mail(options), health(options)];
}

function acts({ config: { mode } }: PlatformOptions): FactoryProvider[] {
  const movable = mode === 'demo' || mode === 'test';
  return [
    { provide: Clock, useFactory: () => (movable ? new DemoClock() : new SystemClock()) },
    {
      provide: PgBossJobs,
      inject: [DataSource, Clock],
      useFactory: (...parts: ConstructorParameters<typeof PgBossJobs>) => new PgBossJobs(...parts),
    },
    { provide: Jobs, inject: [PgBossJobs], useFactory: (jobs: PgBossJobs): Jobs => jobs },
    { provide: FactBus, useFactory: () => new InProcessFactBus() },
    { provide: LiveSessions, useFactory: () => new LiveSessions() },
    {
      provide: WriteWatch,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new WriteWatch(dataSource),
    },
    { provide: OutcomeStore, useFactory: () => new OutcomeStore() },
    {
      provide: ActRunner,
      inject: [DataSource, AuditAppender, OutcomeStore, Sequencer, Clock, FactBus, WriteWatch],
      useFactory: (...parts: ConstructorParameters<typeof ActRunner>) => new ActRunner(...parts),
    },
    {
      provide: MoveClock,
      inject: [Clock, AuditSpaces],
      useFactory: (...parts: ConstructorParameters<typeof MoveClock>) => new MoveClock(...parts),
    },
  ];
}

function http({ config, clientFolder, version }: PlatformOptions): FactoryProvider[] {
  const { publicUrl, mode, trustedProxies, addressLimitFactor } = config;
  return [
    { provide: Origins, useFactory: () => new Origins(publicUrl, mode !== 'production') },
    { provide: SessionCookie, useFactory: () => new SessionCookie(publicUrl) },
    { provide: ClientAddresses, useFactory: () => new ClientAddresses(trustedProxies) },
    { provide: RateLimiter, useFactory: () => new MemoryRateLimiter(Date.now, addressLimitFactor) },
    {
      provide: SocketDoor,
      inject: [ClientAddresses, RateLimiter],
      useFactory: (addresses: ClientAddresses, limiter: RateLimiter) =>
        new SocketDoor(addresses, limiter, addressLimitFactor),
    },
    { provide: ClientFiles, useFactory: () => new ClientFiles(clientFolder) },
    {
      provide: DocumentationInfo,
      inject: [SessionCookie],
      useFactory: ({ name }: SessionCookie) => new DocumentationInfo(version, publicUrl, name),
    },
  ];
}

function mail({ config: { smtp, mode } }: PlatformOptions): FactoryProvider[] {
  return [
    {
      provide: MailStore,
      inject: [DataSource],
      useFactory: (dataSource: DataSource) => new MailStore(dataSource),
    },
    {
      provide: Mail,
      inject: [MailStore, Clock],
      useFactory: (store: MailStore, clock: Clock): Mail =>
        smtp === null ? new OutboxMail(store, clock) : new SmtpMail(store, smtp),
    },
    {
      provide: OutboxAccess,
      useFactory: () => new OutboxAccess(smtp === null && mode !== 'production'),
    },
  ];
}

function health({ config: { smtp }, version, migrations }: PlatformOptions): FactoryProvider {
  const names = withPlatform(migrations).map(({ name }) => name);
  return {
    provide: HealthReader,
    inject: [DataSource, WriteWatch, LeadingSequencer, Signer, MailStore],
    useFactory: (
      dataSource: DataSource,
      writes: WriteWatch,
      sequencer: LeadingSequencer,
      signer: Signer,
      store: MailStore,
    ) =>
      new HealthReader(dataSource, writes, sequencer, signer, store, {
        version,
        migrations: names,
        smtp: smtp !== null,
      }),
  };
}
