import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { RecordClass } from './record-class.js';

/** For applications, which compose and have no reason to know TypeORM. */
export { DataSource };

/** Closes the connections when the application has ended. */
class ClosingConnections implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** How many connections one process holds at most. The embedded server allows 60 in all. */
const connections = 16;

/**
 * Gives every module the `DataSource` (and its `EntityManager`) of the application's own role. The schema is there
 * already: migrations run before, as another role, and nothing is ever synchronised from records.
 */
@Module({})
export class DatabaseModule {
  /** `appUrl` as given by `openDatabase`; `records` of all contexts. */
  static forRoot({ appUrl, records }: { appUrl: string; records: readonly RecordClass[] }): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: DataSource,
          useFactory: () =>
            new DataSource({
              type: 'postgres',
              url: appUrl,
              applicationName: 'tavolo',
              entities: [...records],
              synchronize: false,
              logging: false,
              poolSize: connections,
            }).initialize(),
        },
        { provide: EntityManager, inject: [DataSource], useFactory: (source: DataSource) => source.manager },
        {
          provide: ClosingConnections,
          inject: [DataSource],
          useFactory: (source: DataSource) => new ClosingConnections(source),
        },
      ],
      exports: [DataSource, EntityManager],
    };
  }
}
