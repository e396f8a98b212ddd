import { Injectable } from '@nestjs/common';
import { TableAccess, type Who } from '@tavolo/server-platform';
import { TablePolicy } from './table-policy.js';

/** Who may follow a table live: whoever may read it. Smaller rooms are for members and administrators. */
@Injectable()
export class TableWatching extends TableAccess {
  constructor(private readonly policy: TablePolicy) {
    super();
  }

  override async mayWatch(who: Who, table: string, room?: string): Promise<boolean> {
    const standing = await this.policy.find(who, table);
    return standing !== null && (room === undefined || standing.actor !== null || standing.me.administrator);
  }

  override async presentAs(who: Who, table: string): Promise<string | null> {
    return (await this.policy.find(who, table))?.actor?.member ?? null;
  }
}
