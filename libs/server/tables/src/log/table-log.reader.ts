import { type LogPage, type logQuerySchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { AdministratorReader } from '@tavolo/server-identity';
import { AuditSpaces, type Who } from '@tavolo/server-platform';
import { type z } from 'zod';
import { seatWords } from '../policy/seat-words.js';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { seatsOf } from '../policy/table.repository.js';
import { LogPageReader } from './log-page.reader.js';

type LogQuery = z.infer<typeof logQuerySchema>;

/** The logs that people may read: those of tables, and for administrators that of the installation. */
@Injectable()
export class TableLogReader {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
    private readonly pages: LogPageReader,
    private readonly spaces: AuditSpaces,
    private readonly administrators: AdministratorReader,
  ) {}

  async ofTable(who: Who, keyOrId: string, query: LogQuery): Promise<LogPage> {
    const { table, seesNames } = await this.policy.of(who, keyOrId);
    const [members, seats] = await Promise.all([
      this.policy.members(table.id),
      seatsOf(this.database.manager, table.id),
    ]);
    return this.pages.page(table.space, query, {
      members,
      seesNames,
      zone: table.rulebook.zone,
      seats: new Map(seats.map((seat) => [seat.id, { holder: seat.holder, label: seatWords(seat) }])),
    });
  }

  /** Throws `NotAllowed` for everybody but administrators. */
  async ofSystem(who: Who, query: LogQuery): Promise<LogPage> {
    await this.administrators.require(who);
    const { id } = await this.spaces.system(this.database.manager);
    return this.pages.page(id, query, { members: new Map(), seesNames: true, zone: 'Europe/Rome', seats: new Map() });
  }
}
