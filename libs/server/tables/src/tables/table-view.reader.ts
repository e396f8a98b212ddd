import { type TableSummary, type TableView } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { AuditLogReader, type Who } from '@tavolo/server-platform';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { type Standing } from '../policy/table-facts.js';
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
    const [{ seats, roles }, { proposals, decisions }, open, history, proof] = await Promise.all([
      this.people.of(standing),
      this.contents.of(standing),
      this.contents.openProposals([standing]),
      this.database.manager.find(RulebookRecord, { where: { table: table.id }, order: { from: 'asc' } }),
      this.log.proofState(table.space),
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
      log: { origin: proof.origin, vkey: proof.vkey, mayRead: standing.mayRead },
    };
  }
}

const summary = ({ table, me }: Standing, openProposals: number): TableSummary => ({
  key: table.key,
  name: table.name,
  mode: table.rulebook.mode,
  visibility: table.visibility,
  seats: table.seats,
  openProposals,
  me,
});
