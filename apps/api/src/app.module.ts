import { Module, type DynamicModule } from '@nestjs/common';
import { DatabaseModule, ProcessModule, type Config, type Log, type Readiness } from '@tavolo/server-platform';
import { records } from './contexts.js';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly readiness: Readiness;
  /** The database as the application's own role. */
  readonly appUrl: string;
}

/** The application: the platform, and the contexts from the inside out. */
@Module({})
export class AppModule {
  static forRoot({ config, log, readiness, appUrl }: AppOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [ProcessModule.forRoot({ config, log, readiness }), DatabaseModule.forRoot({ appUrl, records })],
    };
  }
}
