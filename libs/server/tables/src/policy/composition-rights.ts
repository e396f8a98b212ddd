import { type MeAtTable } from '@tavolo/contracts';
import { visibleLength } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { DomainRefusal, NotAllowed, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { type Standing, type TableFacts } from './table-facts.js';
import { TablePolicy } from './table-policy.js';

/**
 * Who may change who sits at a table and who guides it: administrators and imports; and everybody may give up what is her own.
 * Guiding a table is no power over its seats (domain.md section 1, rows 11 and 24).
 */
@Injectable()
export class CompositionRights {
  constructor(private readonly policy: TablePolicy) {}

  /** The table, for whoever may give a place at it. Throws `SessionRequired`, `NotFound`, `NotAllowed`. */
  async toGive(context: ActContext, key: string): Promise<TableFacts> {
    const { table, me } = await this.standing(context, key);
    requireAdministrator(context, me);
    return table;
  }

  /** How she stands to the table; what she may end is asked next. Throws `SessionRequired`, `NotFound`. */
  async standing({ who, manager }: ActContext, key: string): Promise<Standing> {
    if (who.kind === 'visitor') throw new SessionRequired();
    return this.policy.of(who, key, manager);
  }

  /** Passes whoever gives up her own place, and an administrator who says in writing why she ends that of another (domain.md 2.1). */
  toEnd(context: ActContext, me: MeAtTable, member: string, reason: string | null): void {
    if (me.member === member) return;
    requireAdministrator(context, me);
    if (context.who.kind === 'system' || (reason !== null && visibleLength(reason) > 0)) return;
    throw new DomainRefusal({ code: 'reason_required', rule: '2.1 Written reasons', params: { min: 1 } });
  }
}

function requireAdministrator({ who }: ActContext, { administrator }: MeAtTable): void {
  if (who.kind === 'person' && !administrator) throw new NotAllowed('administrator');
}
