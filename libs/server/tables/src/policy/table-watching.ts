import { sectors } from '@tavolo/governance';
import { Injectable } from '@nestjs/common';
import { TableAccess, type Who } from '@tavolo/server-platform';
import { type Standing } from './table-facts.js';
import { TablePolicy } from './table-policy.js';

/** Who may follow a table live: whoever may read it. */
@Injectable()
export class TableWatching extends TableAccess {
  constructor(private readonly policy: TablePolicy) {
    super();
  }

  override async mayWatch(who: Who, table: string, room?: string): Promise<boolean> {
    const standing = await this.policy.find(who, table);
    if (standing === null) return false;
    return room === undefined || this.mayEnter(standing, room);
  }

  override async presentAs(who: Who, table: string): Promise<string | null> {
    return (await this.policy.find(who, table))?.actor?.member ?? null;
  }

  override async seesPresence(who: Who, table: string): Promise<boolean> {
    return (await this.policy.find(who, table))?.seesNames ?? false;
  }

  /** `members` is for members and administrators, `bench:<sector>` for that sector's seats. Any other room is closed. */
  private async mayEnter({ table, actor, me }: Standing, room: string): Promise<boolean> {
    if (room === 'members') return actor !== null || me.administrator;
    const sector = sectors.find((name) => room === `bench:${name}`);
    if (sector === undefined || actor?.seat == null) return false;
    const { seats } = await this.policy.composition(table.id);
    return seats.some((seat) => seat.id === actor.seat && seat.sector === sector);
  }
}
