import { type Words } from '@tavolo/kernel';
import { type ActContext } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { type Person } from '../people/person.reader.js';
import { type InvitedTo } from '../records/invitation.record.js';

/** A place at a table, as an invitation names it. */
export interface OfferedSeat {
  readonly invitedTo: InvitedTo;
  readonly table: { readonly key: string; readonly name: Words };
}

/**
 * Port: the context that keeps tables and seats answers it. An invitation may be for a seat; accepting it fills the seat in
 * the same transaction.
 */
export abstract class SeatInvitation {
  /**
   * The seat that is offered, by key or id of the table and id of the seat. Throws `NotFound` when there is none and
   * `DomainRefusal` when that place is taken.
   */
  abstract offer(
    manager: EntityManager,
    place: { table: string; seat: string; as: 'holder' | 'deputy' },
  ): Promise<OfferedSeat>;

  /** Makes the person a member of the table and fills the seat; records both. Throws `DomainRefusal` when it was taken meanwhile. */
  abstract fill(context: ActContext, seat: InvitedTo, person: Pick<Person, 'id' | 'name' | 'title'>): Promise<void>;

  /** Key and name of tables, by id. */
  abstract tables(ids: readonly string[]): Promise<Map<string, { key: string; name: Words }>>;
}
