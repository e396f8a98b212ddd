import { type LogPage, type logQuerySchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { AdministratorReader, PersonReader } from '@tavolo/server-identity';
import { AuditSpaces, type Who } from '@tavolo/server-platform';
import { type z } from 'zod';
import { seatWords } from '../policy/seat-words.js';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { seatsOf } from '../policy/table.repository.js';
import { SeatingRecord } from '../records/seating.record.js';
import { LogPageReader } from './log-page.reader.js';
import { peopleOfTable, type WhoActed } from './log-people.js';

type LogQuery = z.infer<typeof logQuerySchema>;

/** Where the days of the log of the installation begin and end. */
const systemZone = 'Europe/Rome';

/** The logs that people may read: those of tables, and for administrators that of the installation. */
@Injectable()
export class TableLogReader {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
    private readonly people: PersonReader,
    private readonly pages: LogPageReader,
    private readonly spaces: AuditSpaces,
    private readonly administrators: AdministratorReader,
  ) {}

  /** A page of the log of a table. Throws `NotFound` for readers for whom the table does not exist. */
  async ofTable(who: Who, keyOrId: string, query: LogQuery): Promise<LogPage> {
    const { table, seesNames } = await this.policy.of(who, keyOrId);
    return this.pages.page(table.space, query, {
      seesNames,
      zone: table.rulebook.zone,
      people: () => this.peopleOf(table.id),
    });
  }

  /** A page of the log of the installation. Throws `NotAllowed` for everybody but administrators. */
  async ofSystem(who: Who, query: LogQuery): Promise<LogPage> {
    await this.administrators.require(who);
    const { id } = await this.spaces.system(this.database.manager);
    return this.pages.page(id, query, {
      seesNames: true,
      zone: systemZone,
      people: async (entries) => {
        const known = await this.people.byPseudonym(entries.flatMap(({ actor }) => actor ?? []));
        return (actor) => ({ name: known.get(actor)?.name ?? null, label: null });
      },
    });
  }

  private async peopleOf(table: string): Promise<WhoActed> {
    const { manager } = this.database;
    const [members, seats, sittings] = await Promise.all([
      this.policy.members(table),
      seatsOf(manager, table),
      manager.findBy(SeatingRecord, { table }),
    ]);
    return peopleOfTable(members, new Map(seats.map((seat) => [seat.id, seatWords(seat)])), sittings);
  }
}
