import { Module, type DynamicModule } from '@nestjs/common';
import { DecisionsModule } from '@tavolo/server-decisions';
import { DemoModule } from '@tavolo/server-demo';
import { IdentityModule } from '@tavolo/server-identity';
import { DatabaseModule, PlatformModule, type Config } from '@tavolo/server-platform';
import { ProposalsModule } from '@tavolo/server-proposals';
import { TablesModule } from '@tavolo/server-tables';
import { migrations, records } from './contexts.js';

export interface AppOptions {
  readonly config: Config;
  /** Version of the software, as its package says. */
  readonly version: string;
  /** The database as the application's own role. */
  readonly appUrl: string;
  /** Folder of the built client; null serves none. */
  readonly clientFolder: string | null;
}

/** The application: the platform, and the contexts from the inside out. */
@Module({})
export class AppModule {
  static forRoot({ config, version, appUrl, clientFolder }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot({ appUrl, records }),
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
