import { Module, type DynamicModule } from '@nestjs/common';
import { DecisionsModule } from '@tavolo/server-decisions';
import { DemoModule } from '@tavolo/server-demo';
import { IdentityModule } from '@tavolo/server-identity';
import { DatabaseModule, PlatformModule, type Config, type DatabaseLogins } from '@tavolo/server-platform';
import { ProposalsModule } from '@tavolo/server-proposals';
import { TablesModule } from '@tavolo/server-tables';
import { migrations, records } from './contexts.js';

export interface AppOptions {
  readonly config: Config;
  /** Version of the software, as its package says. */
  readonly version: string;
  /** The logins with which it works. */
  readonly database: DatabaseLogins;
  /** Folder of the built client; null serves none. */
  readonly clientFolder: string | null;
}

/** The application: the platform, and the contexts from the inside out. */
@Module({})
export class AppModule {
  static forRoot({ config, version, database, clientFolder }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot(database, records),
        PlatformModule.forRoot({ config, version, clientFolder, migrations }),
        IdentityModule.forRoot({ config, version }),
        TablesModule,
        ProposalsModule,
        DecisionsModule,
        ...(config.mode === 'demo' ? [DemoModule] : []),
      ],
    };
  }
}
