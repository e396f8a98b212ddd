import { type RoomView, type TableSummary, type TableView } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLogReader, type Who } from '@tavolo/server-platform';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { type Room, type Standing } from '../policy/table-facts.js';
import { findBench, seatsOf } from '../policy/table.repository.js';
import { TableContents } from '../ports/table-contents.js';
import { RulebookRecord } from '../records/rulebook.record.js';
import { TablePeople } from './table-people.reader.js';

/** Tables as pages show them. */
@Injectable()
export class TableViewReader {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
    private readonly contents: TableContents,
    private readonly people: TablePeople,
    private readonly log: AuditLogReader,
  ) {}

  /** Every table that the reader may read, by key. */
  async all(who: Who): Promise<TableSummary[]> {
    const standings = await this.policy.all(who);
    const open = await this.contents.openProposals(standings);
    return standings.map((standing) => summary(standing, open.get(standing.table.id) ?? 0));
  }

  /** One table. Throws `NotFound`. */
  async one(who: Who, keyOrId: string): Promise<TableView> {
    const standing = await this.policy.of(who, keyOrId);
    const { table } = standing;
    const [{ seats, roles }, { proposals, decisions }, open, history, proof, bench] = await Promise.all([
      this.people.of(standing),
      this.contents.of(standing),
      this.contents.openProposals([standing]),
      this.database.manager.find(RulebookRecord, { where: { table: table.id }, order: { from: 'asc' } }),
      this.log.proofState(table.space),
      this.benchOf(standing),
    ]);
    return {
      ...summary(standing, open.get(table.id) ?? 0),
      area: table.area,
      rulebook: table.rulebook,
      modeHistory: history.map(({ body, key, from, to }) => ({ mode: body.mode, rulebook: key, from, to })),
      seatsView: seats,
      rolesView: roles,
      proposals: [...proposals],
      decisions: [...decisions],
      ...(bench && { bench }),
      log: { origin: proof.origin, vkey: proof.vkey, mayRead: standing.mayRead },
    };
  }

  /** The private room of the reader's own sector; of those of others nothing is said, not even whether they are open. */
  private async benchOf({ table, me }: Standing): Promise<TableView['bench']> {
    if (me.seat === null || table.room) return undefined;
    const { manager } = this.database;
    const seat = (await seatsOf(manager, table.id)).find(({ id }) => id === me.seat);
    if (!seat) return undefined;
    return { sector: seat.sector, key: (await findBench(manager, table.id, seat.sector))?.key ?? null };
  }
}

const summary = ({ table, me }: Standing, openProposals: number): TableSummary => ({
  key: table.key,
  name: table.name,
  mode: table.rulebook.mode,
  visibility: table.visibility,
  ...(table.room && { room: roomView(table.room) }),
  seats: table.seats,
  openProposals,
  me,
});

const roomView = (room: Room): RoomView =>
  room.kind === 'coalition'
    ? { kind: room.kind }
    : { kind: room.kind, sector: room.sector, of: { key: room.of.key, name: room.of.name } };
