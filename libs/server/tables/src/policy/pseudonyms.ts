import { Injectable } from '@nestjs/common';
import { newPseudonym } from '@tavolo/server-identity';
import { type ActContext } from '@tavolo/server-platform';
import { insertMember } from './member.repository.js';
import { MemberRecord } from '../records/member.record.js';

/** Gives people pseudonyms in the log of a table. */
@Injectable()
export class Pseudonyms {
  /**
   * The pseudonym of who acts, for `EntryDraft.actor`; `null` for the system and for visitors. Somebody who is not a member
   * (an administrator) gets one too, which makes her no member. Call it only in an act that records an entry.
   */
  async ofActor({ who, manager }: Pick<ActContext, 'who' | 'manager'>, table: string): Promise<string | null> {
    if (who.kind !== 'person') return null;
    const known = await manager.findOneBy(MemberRecord, { table, person: who.person });
    if (known !== null) return known.id;
    const id = newPseudonym();
    const outsider = { sector: null, organisation: null, joinedAt: null };
    await insertMember(manager, { id, table, person: who.person, ...outsider });
    return id;
  }
}
