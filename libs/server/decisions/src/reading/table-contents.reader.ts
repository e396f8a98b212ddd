import { Injectable } from '@nestjs/common';
import { isConcluded } from '@tavolo/governance';
import { Clock } from '@tavolo/server-platform';
import { at, mayRead, ProposalRows, summaryOf, type ProposalRow } from '@tavolo/server-proposals';
import { TableContents, type Contents, type Standing } from '@tavolo/server-tables';
import { decisionsOn } from './decision-summaries.js';

/** Proposals and decisions of tables, as their readers may see them, as they stand now. */
@Injectable()
export class ProposalsOnTables extends TableContents {
  constructor(
    private readonly rows: ProposalRows,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async of(standing: Standing): Promise<Contents> {
    const proposals = await this.visible([standing]);
    return {
      proposals: proposals.map(summaryOf),
      decisions: proposals.flatMap(decisionsOn).sort((one, other) => (one.at < other.at ? 1 : -1)),
    };
  }

  override async openProposals(standings: readonly Standing[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const { table, procedure } of await this.visible(standings)) {
      if (!isConcluded(procedure)) counts.set(table, (counts.get(table) ?? 0) + 1);
    }
    return counts;
  }

  /** The proposals of these tables that their reader may see, at the time of the clock; the one that changed last first. */
  async visible(standings: readonly Standing[]): Promise<ProposalRow[]> {
    const byTable = new Map(standings.map((standing) => [standing.table.id, standing]));
    const rows = await this.rows.ofTables([...byTable.keys()]);
    const now = this.clock.now();
    return rows
      .map((row) => at(row, now))
      .filter(({ table, procedure }) => {
        const standing = byTable.get(table);
        return standing !== undefined && mayRead(standing, procedure);
      });
  }
}
