import { type MeAtTable } from '@tavolo/contracts';
import { visibleLength } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { DomainRefusal, NotAllowed, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { type Standing, type TableFacts } from './table-facts.js';
import { TablePolicy } from './table-policy.js';

/**
 * Who may change who sits at a table and who guides it: administrators and imports; and everybody may give up what is her own.
 * Guiding a table is no power over its seats (domain.md section 1, rows 11 and 24).
 *
 * A private room is closed to administrators: there whoever facilitates or coordinates it does so, and when nobody does, any of its seats.
 * Who sits in a bench follows from the table.
 */
@Injectable()
export class CompositionRights {
  constructor(private readonly policy: TablePolicy) {}

  /** The table, for whoever may give a place at it. Throws `SessionRequired`, `NotFound`, `NotAllowed`. */
  async toGive(context: ActContext, key: string): Promise<TableFacts> {
    const { table, me } = await this.standing(context, key);
    if (!table.room || context.who.kind === 'system') requireAdministrator(context, me);
    else if (!guides(me) && (await this.isGuided(context, table))) throw new NotAllowed('facilitator');
    return table;
  }

  /** Passes tables whose seats are given at the table itself. Throws `NotAllowed` for a bench. */
  seatsOwn({ room }: TableFacts): void {
    if (room?.kind === 'bench') throw new NotAllowed('seat_of_table');
  }

  /** How she stands to the table; what she may end is asked next. Throws `SessionRequired`, `NotFound`. */
  async standing({ who, manager }: ActContext, key: string): Promise<Standing> {
    if (who.kind === 'visitor') throw new SessionRequired();
    return this.policy.of(who, key, manager);
  }

  /** Passes whoever gives up her own place, and who may say in writing why she ends that of another (domain.md 2.1). */
  toEnd(
    context: ActContext,
    { table: { room }, me }: Pick<Standing, 'table' | 'me'>,
    member: string,
    reason: string | null,
  ): void {
    if (me.member === member) return;
    if (room === null) requireAdministrator(context, me);
    else if (context.who.kind !== 'system' && !guides(me)) throw new NotAllowed('facilitator');
    if (context.who.kind === 'system' || (reason !== null && visibleLength(reason) > 0)) return;
    throw new DomainRefusal({ code: 'reason_required', rule: '2.1 Written reasons', params: { min: 1 } });
  }

  private async isGuided({ manager }: ActContext, { id }: TableFacts): Promise<boolean> {
    const { roles } = await this.policy.composition(id, manager);
    return roles.some(({ role }) => role === 'facilitator' || role === 'coordinator');
  }
}

const guides = ({ roles }: MeAtTable): boolean => roles.includes('facilitator') || roles.includes('coordinator');

function requireAdministrator({ who }: ActContext, { administrator }: MeAtTable): void {
  if (who.kind === 'person' && !administrator) throw new NotAllowed('administrator');
}
