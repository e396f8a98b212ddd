import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { RecordClass } from './record-class.js';
import { SequencerDatabase } from './sequencer-database.js';

/** For applications, which compose and have no reason to know TypeORM. */
export { DataSource };

/** Closes the connections when the application has ended. */
class ClosingConnections implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sequencer: SequencerDatabase,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.sequencer.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

/** The logins with which a process works, as given by `openDatabase` and `testDatabase`. */
export interface DatabaseLogins {
  readonly appUrl: string;
  readonly sequencerUrl: string;
}

/** How many connections one process holds at most. The embedded server allows 60 in all. */
const connections = 16;

/**
 * Gives every module the `DataSource` (and its `EntityManager`) of the application's own role, and the sequencer its
 * connection. The schema is there
 * already: migrations run before, as another role, and nothing is ever synchronised from records.
 */
@Module({})
export class DatabaseModule {
  /** `records` of all contexts. */
  static forRoot({ appUrl, sequencerUrl }: DatabaseLogins, records: readonly RecordClass[]): DynamicModule {
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
        { provide: SequencerDatabase, useFactory: () => new SequencerDatabase(sequencerUrl) },
        {
          provide: ClosingConnections,
          inject: [DataSource, SequencerDatabase],
          useFactory: (...parts: ConstructorParameters<typeof ClosingConnections>) => new ClosingConnections(...parts),
        },
      ],
      exports: [DataSource, EntityManager, SequencerDatabase],
    };
  }
}
