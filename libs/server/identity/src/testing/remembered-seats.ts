import { type Words } from '@tavolo/kernel';
import { type ActContext, DomainRefusal, NotFound } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { SeatInvitation, type OfferedSeat } from '../invitations/seat-invitation.js';
import { type InvitedTo } from '../records/invitation.record.js';

const table = { key: 'T-1', name: { en: 'First table', it: 'Primo tavolo' } };

/** Stands for the tables: one table, whose seats it remembers when they are filled. */
export class RememberedSeats extends SeatInvitation {
  readonly filled: { readonly seat: string; readonly as: string; readonly person: string }[] = [];

  override offer(
    _: EntityManager,
    place: { table: string; seat: string; as: 'holder' | 'deputy' },
  ): Promise<OfferedSeat> {
    if (place.table !== table.key) return Promise.reject(new NotFound('table'));
    return Promise.resolve({ invitedTo: { ...place, table: 'id-of-t-1' }, table });
  }

  override fill(_: ActContext, { seat, as }: InvitedTo, { id }: { id: string }): Promise<void> {
    if (this.filled.some((sitter) => sitter.seat === seat && sitter.as === as)) {
      return Promise.reject(new DomainRefusal({ code: 'seat.taken' }, { status: 409 }));
    }
    this.filled.push({ seat, as, person: id });
    return Promise.resolve();
  }

  override tables(ids: readonly string[]): Promise<Map<string, { key: string; name: Words }>> {
    return Promise.resolve(new Map(ids.map((id) => [id, table])));
  }
}
