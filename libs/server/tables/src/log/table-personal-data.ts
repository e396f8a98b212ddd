import { Injectable } from '@nestjs/common';
import {
  AuditErasure,
  DomainRefusal,
  PersonalData,
  PersonalDataHolder,
  type ActContext,
  type Erasure,
} from '@tavolo/server-platform';
import { Pseudonyms } from '../policy/pseudonyms.js';
import { LeavingRooms } from '../rooms/leaving-rooms.repository.js';
import { forgetReasonsOf } from '../rulebooks/rulebook-changes.repository.js';
import { forgetPerson, placesOfPerson } from './people-at-tables.repository.js';

/**
 * What tables know about people: who a pseudonym is, and the erasable part of their logs. After the erasure the pseudonym
 * stands for somebody who once held a seat; what she decided is still counted.
 */
@Injectable()
export class TablePersonalData extends PersonalDataHolder {
  constructor(
    private readonly erasure: AuditErasure,
    private readonly pseudonyms: Pseudonyms,
    private readonly leaving: LeavingRooms,
    personalData: PersonalData,
  ) {
    super();
    personalData.register(this);
  }

  /**
   * Refuses while she holds a seat or a role: leaving a table is an act of its own, with consequences for its decisions.
   * Private rooms she leaves with the erasure: that she sat there must not be told to whoever erases.
   */
  override async erase({ person, basis }: Erasure, context: ActContext): Promise<void> {
    const { manager } = context;
    const places = await placesOfPerson(manager, person);
    const present = places.filter(({ present: here, isRoom }) => here && !isRoom).map(({ key }) => key);
    if (present.length > 0) {
      throw new DomainRefusal(
        { code: 'person.still_at_table', params: { tables: present } },
        { status: 409, detail: `She still holds a seat or a role at: ${present.join(', ')}. Vacate these first.` },
      );
    }
    for (const { member, table, space, isRoom } of places) {
      if (isRoom) await this.leaving.leave(context, table, member);
      const actor = await this.pseudonyms.ofActor(context, table);
      const count = await this.erasure.eraseSubject(manager, space, person);
      await forgetPerson(manager, member);
      await forgetReasonsOf(manager, table, member);
      context.record({
        space,
        act: 'subject.erased',
        stream: `member:${member}`,
        actor,
        data: { member, count, basis },
      });
    }
  }
}
