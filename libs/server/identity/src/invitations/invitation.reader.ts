import { type InvitationView } from '@tavolo/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { type Instant, type Words } from '@tavolo/kernel';
import { NotFound } from '@tavolo/server-platform';
import { DataSource, In } from 'typeorm';
import { InvitationOpeningRecord } from '../records/invitation-opening.record.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { tokenHash } from '../tokens.js';
import { invitationState, mayStep } from './invitation-state.js';
import { SeatInvitation } from './seat-invitation.js';

/** What an invitation link shows before it is accepted. */
export interface InvitationOffer {
  readonly name: string;
  readonly email: string;
  readonly table: Words | null;
  readonly expiresAt: Instant;
}

/** Invitations as administrators see them, and what a link offers. */
@Injectable()
export class InvitationReader {
  constructor(
    private readonly database: DataSource,
    @Optional() @Inject(SeatInvitation) private readonly seats: SeatInvitation | null,
  ) {}

  /** All invitations, the newest first. */
  async all(now: Instant): Promise<InvitationView[]> {
    return this.views(await this.database.manager.find(InvitationRecord, { order: { sentAt: 'DESC' } }), now);
  }

  /** One invitation. Throws `NotFound`. */
  async one(id: string, now: Instant): Promise<InvitationView> {
    const [view] = await this.views(await this.database.manager.findBy(InvitationRecord, { id }), now);
    if (view === undefined) throw new NotFound('invitation');
    return view;
  }

  /** What the link offers; notes that it was looked at. Throws `NotFound` when it leads nowhere any more. */
  async offer(token: string, now: Instant): Promise<InvitationOffer> {
    const hash = tokenHash(token);
    const invitation = await this.database.manager.findOneBy(InvitationRecord, { tokenHash: hash });
    if (invitation === null || !mayStep(invitationState(invitation, false, now), 'accept')) {
      throw new NotFound('invitation');
    }
    await this.database.manager
      .createQueryBuilder()
      .insert()
      .into(InvitationOpeningRecord)
      .values({ tokenHash: hash, openedAt: now })
      .orIgnore()
      .execute();
    const { name, email, expiresAt } = invitation;
    return { name, email, expiresAt, table: (await this.tablesOf([invitation])).get(invitation.id)?.name ?? null };
  }

  private async views(invitations: InvitationRecord[], now: Instant): Promise<InvitationView[]> {
    const opened = await this.openedTokens(invitations);
    const tables = await this.tablesOf(invitations);
    return invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      state: invitationState(invitation, opened.has(invitation.tokenHash.toString('hex')), now),
      sentAt: invitation.sentAt,
      expiresAt: invitation.expiresAt,
      table: tables.get(invitation.id) ?? null,
    }));
  }

  private async openedTokens(invitations: InvitationRecord[]): Promise<Set<string>> {
    const wanted = invitations.map((invitation) => invitation.tokenHash);
    const openings = await this.database.manager.findBy(InvitationOpeningRecord, { tokenHash: In(wanted) });
    return new Set(openings.map((opening) => opening.tokenHash.toString('hex')));
  }

  /** The tables that invitations are for, by id of the invitation. */
  private async tablesOf(invitations: InvitationRecord[]): Promise<Map<string, { key: string; name: Words }>> {
    const ids = invitations.flatMap(({ seat }) => (seat === null ? [] : [seat.table]));
    if (ids.length === 0 || this.seats === null) return new Map();
    const tables = await this.seats.tables([...new Set(ids)]);
    return new Map(
      invitations.flatMap(({ id, seat }) => {
        const table = seat === null ? undefined : tables.get(seat.table);
        return table === undefined ? [] : [[id, table] as const];
      }),
    );
  }
}
