import { type RulebookChangeView, type RulesWaiting } from '@tavolo/contracts';
import { askedByRulebookChange, type RulesOfTable } from '@tavolo/governance';
import { Injectable } from '@nestjs/common';
import { Clock, type Who } from '@tavolo/server-platform';
import { TableDatabase } from '../policy/table-database.reader.js';
import { type Standing } from '../policy/table-facts.js';
import { TablePolicy } from '../policy/table-policy.js';
import { TablePeople } from '../tables/table-people.reader.js';
import { changeOf, changesOf, type KeptChange } from './rulebook-changes.repository.js';

/** Changes of the rules as those read them who read the table. */
@Injectable()
export class RulebookChangeReader {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
    private readonly people: TablePeople,
    private readonly clock: Clock,
  ) {}

  /** The changes of a table, newest first. Throws `NotFound` when there is no table that this reader may read. */
  async ofTable(who: Who, table: string): Promise<RulebookChangeView[]> {
    const standing = await this.policy.of(who, table);
    return this.views(await changesOf(this.database.manager, standing.table.id), standing);
  }

  /** One change. Throws `NotFound`. */
  async one(who: Who, table: string, key: string): Promise<RulebookChangeView> {
    const standing = await this.policy.of(who, table);
    const kept = await changeOf(this.database.manager, standing.table.id, key);
    const { others } = await this.people.of(standing, named(kept));
    return this.view(kept, others);
  }

  /** What changes of the rules ask of somebody, at all the tables where she sits or which she guides; most urgent first. */
  async waiting(who: Who): Promise<RulesWaiting[]> {
    const { manager } = this.database;
    const now = this.clock.now();
    const found: RulesWaiting[] = [];
    for (const { table, actor } of await this.policy.all(who)) {
      if (!actor) continue;
      const open = (await changesOf(manager, table.id)).filter(({ body }) => body.stage === 'proposed');
      if (open.length === 0) continue;
      const composition = await this.policy.composition(table.id);
      const rules: RulesOfTable = { composition, present: table.rulebook, had: [] };
      for (const { body } of open) {
        const asked = askedByRulebookChange(body, actor, rules, now);
        const { key, name } = table;
        if (asked) found.push({ table: { key, name }, change: body.key, rulebook: body.base.key, ...asked });
      }
    }
    return found.sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
  }

  private async views(kept: readonly KeptChange[], standing: Standing): Promise<RulebookChangeView[]> {
    const { others } = await this.people.of(standing, kept.flatMap(named));
    return kept.map((one) => {
      const mentioned = new Set(named(one));
      return this.view(
        one,
        others.filter(({ member }) => mentioned.has(member)),
      );
    });
  }

  private view({ body, revision }: KeptChange, others: RulebookChangeView['formerMembers']): RulebookChangeView {
    return { change: body, formerMembers: [...others], revision, now: this.clock.now() };
  }
}

/** Everybody whom a change names. */
const named = ({ body: { draftedBy, proposal, ended } }: KeptChange): readonly string[] => [
  draftedBy,
  ...(proposal ? [proposal.by, ...Object.values(proposal.votes).flatMap(({ by }) => by ?? [])] : []),
  ...(ended ? [ended.by] : []),
];
