import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';
import type { Log } from './log.js';
import { Readiness } from './readiness.js';

/** `@Inject(CONFIG) config: Config` */
export const CONFIG = Symbol('tavolo.config');
/** `@Inject(LOG) log: Log` */
export const LOG = Symbol('tavolo.log');

/** Gives every module the settings, the structured log and the readiness of the process. */
@Module({})
export class ProcessModule {
  static forRoot({ config, log, readiness }: { config: Config; log: Log; readiness: Readiness }): DynamicModule {
    return {
      module: ProcessModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: Readiness, useValue: readiness },
      ],
      exports: [CONFIG, LOG, Readiness],
    };
  }
}
