import { type RulebookVersion } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { type Who } from '@tavolo/server-platform';
import { TableDatabase } from '../policy/table-database.reader.js';
import { TablePolicy } from '../policy/table-policy.js';
import { RulebookRecord } from '../records/rulebook.record.js';

/** The rulebooks that a table has had. */
@Injectable()
export class RulebookVersions {
  constructor(
    private readonly database: TableDatabase,
    private readonly policy: TablePolicy,
  ) {}

  /** Every version with its rules, newest first, for whoever may read the table. Throws `NotFound`. */
  async of(who: Who, key: string): Promise<RulebookVersion[]> {
    const { table } = await this.policy.of(who, key);
    const records = await this.database.manager.find(RulebookRecord, {
      where: { table: table.id },
      order: { from: 'desc', version: 'desc' },
    });
    return records.map(({ body, from, to }) => ({ rulebook: body, from, to }));
  }
}
