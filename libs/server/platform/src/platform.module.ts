import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { ActRunner } from './acts/act-runner.js';
import { OutcomeStore } from './acts/outcome-store.js';
import { auditProviders } from './audit/audit.providers.js';
import { LogKeysController } from './audit/reading/log-keys.controller.js';
import { Sequencer } from './audit/sequencing/sequencer.js';
import { AuditAppender } from './audit/write/audit-appender.js';
import { AuditSpaces } from './audit/write/audit-spaces.js';
import { ClockController } from './clock/clock.controller.js';
import { Clock, SystemClock } from './clock/clock.js';
import { DemoClock } from './clock/demo-clock.js';
import { MoveClock } from './clock/move-clock.act.js';
import { type MigrationClass, withPlatform } from './database/migrate.js';
import { HealthController } from './health/health.controller.js';
import { HealthReader } from './health/health.js';
import { LeadingSequencer } from './audit/sequencing/leading-sequencer.js';
import { Signer } from './audit/signing/signer.js';
import { ClientFiles } from './http/client-files.js';
import { serveClient } from './http/client.middleware.js';
import { SessionCookie } from './http/cookies.js';
import { DocumentationController, DocumentationInfo } from './http/documentation/documentation.controller.js';
import { Origins } from './http/origins.js';
import { ProblemFilter } from './http/problem.filter.js';
import { MemoryRateLimiter, RateLimiter } from './http/rate-limiter.js';
import { SameOriginGuard } from './http/same-origin.guard.js';
import { securityHeaders } from './http/security-headers.js';
import { SessionGuard } from './http/session.guard.js';
import { FactBus, InProcessFactBus } from './live/fact-bus.js';
import { LiveGateway } from './live/live.gateway.js';
import { LiveSessions } from './live/live-sessions.js';
import { MailStore } from './mail/mail-store.js';
import { Mail } from './mail/mail.js';
import { OutboxAccess, OutboxController } from './mail/outbox.controller.js';
import { OutboxMail } from './mail/outbox-mail.js';
import { SmtpMail } from './mail/smtp-mail.js';
import { PlatformLife } from './platform-life.js';
import { type Config } from './process/config.js';

export interface PlatformOptions {
  readonly config: Pick<Config, 'dataFolder' | 'publicUrl' | 'mode' | 'smtp'>;
  /** Version of the software, as its package says. */
  readonly version: string;
  /** Folder of the built client; `null` serves none. */
  readonly clientFolder?: string | null;
  /** The migrations of all contexts: the health check tells when one has not run. */
  readonly migrations?: readonly MigrationClass[];
}

const controllers = [ClockController, DocumentationController, HealthController, LogKeysController, OutboxController];

/**
 * The platform for a running application: acts, log, HTTP, sockets, clock, mail, health. Global. Needs `DatabaseModule`
 * (or another provider of `DataSource`), and from the contexts `Authenticator` and `TableAccess`, provided globally.
 */
@Module({})
export class PlatformModule implements NestModule {
  constructor(
    private readonly life: PlatformLife,
    private readonly files: ClientFiles,
  ) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { config } = options;
    const providers = [
      ...auditProviders({ publicUrl: config.publicUrl, keysFolder: join(config.dataFolder, 'keys') }),
      ...actProviders(),
      ...clockProviders(config.mode === 'demo' || config.mode === 'test'),
      ...httpProviders(options),
      ...liveProviders,
      ...mailProviders(config),
      ...healthProviders(options),
      {
        provide: PlatformLife,
        inject: [DataSource, LeadingSequencer, ActRunner, AuditSpaces, Clock, Mail, LiveGateway],
        useFactory: (...parts: ConstructorParameters<typeof PlatformLife>) => new PlatformLife(...parts),
      },
    ] satisfies Provider[];
    const inner = [PlatformLife, ProblemFilter, SameOriginGuard, SessionGuard] as const;
    const exported = providers
      .map((provider) => (typeof provider === 'function' ? provider : provider.provide))
      .filter((token) => !(inner as readonly unknown[]).includes(token));
    return {
      module: PlatformModule,
      global: true,
      controllers,
      providers: [
        ...providers,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
      ],
      exports: exported,
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(securityHeaders(this.life.publicUrl), serveClient(this.files)).forRoutes('{*path}');
  }
}

function actProviders(): FactoryProvider[] {
  return [
    { provide: OutcomeStore, useFactory: () => new OutcomeStore() },
    {
      provide: ActRunner,
      inject: [DataSource, AuditAppender, OutcomeStore, Sequencer, Clock, FactBus],
      useFactory: (...parts: ConstructorParameters<typeof ActRunner>) => new ActRunner(...parts),
    },
  ];
}
