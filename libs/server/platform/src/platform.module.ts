import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { join } from 'node:path';
import { auditProviders } from './audit/audit.providers.js';
import { LogKeysController } from './audit/reading/log-keys.controller.js';
import { ClockController } from './clock/clock.controller.js';
import { HealthController } from './health/health.controller.js';
import { ActLimitGuard } from './http/act-limit.guard.js';
import { ClientFiles } from './http/client-files.js';
import { serveClient } from './http/client.middleware.js';
import { DocumentationController } from './http/documentation/documentation.controller.js';
import { ProblemFilter } from './http/problem.filter.js';
import { SameOriginGuard } from './http/same-origin.guard.js';
import { SessionGuard } from './http/session.guard.js';
import { LiveGateway } from './live/live.gateway.js';
import { OutboxController } from './mail/outbox.controller.js';
import { PlatformLife } from './platform-life.js';
import { type PlatformOptions } from './platform-options.js';
import { platformProviders } from './platform.providers.js';

/**
 * The platform of a running application: acts, log, HTTP, sockets, clock, mail, health. Global. Needs a global `DataSource`
 * (`DatabaseModule`), and from the contexts, provided globally, `Authenticator` and `TableAccess`.
 */
@Module({})
export class PlatformModule implements NestModule {
  constructor(private readonly files: ClientFiles) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const { publicUrl, dataFolder } = options.config;
    const parts = [
      ...auditProviders({ publicUrl, keysFolder: join(dataFolder, 'keys') }),
      ...platformProviders(options),
    ];
    return {
      module: PlatformModule,
      global: true,
      controllers: [ClockController, DocumentationController, HealthController, LogKeysController, OutboxController],
      providers: [
        ...parts,
        LiveGateway,
        PlatformLife,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: ActLimitGuard },
      ],
      exports: [...parts.map(({ provide }) => provide), LiveGateway],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(serveClient(this.files)).forRoutes('{*path}');
  }
}
