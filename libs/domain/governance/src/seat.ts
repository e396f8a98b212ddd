import { type MemberId, type OrganisationId, type SeatId } from '@tavolo/kernel';

/** The four social subjects that may sit at a table (domain.md section 1, rows 1 and 25). */
export const sectors = ['public', 'third_sector', 'citizens', 'market'] as const;
export type Sector = (typeof sectors)[number];

export const levels = ['local', 'regional', 'national'] as const;
export type Level = (typeof levels)[number];

/** Functions that guide a table and add no vote (domain.md section 1, row 24). */
export const tableRoles = ['coordinator', 'facilitator', 'secretary', 'guarantor'] as const;
export type TableRole = (typeof tableRoles)[number];

/** `vote` includes voice. */
export const seatRights = ['vote', 'voice'] as const;
export type SeatRight = (typeof seatRights)[number];

/** A place at a table: person + sector + right, normally for an organisation (domain.md 2.1). A vacant seat has no holder. */
export interface Seat {
  readonly id: SeatId;
  readonly sector: Sector;
  readonly organisation: OrganisationId | null;
  readonly level: Level;
  readonly right: SeatRight;
  /** May give an assessment in a consultation. */
  readonly assesses: boolean;
  /** Sits for the deciding institution: opens consultations, replies and decides. */
  readonly decidingAuthority: boolean;
  readonly holder: MemberId | null;
  readonly deputy: MemberId | null;
}

/** Who is at the table at one moment. */
export interface Composition {
  readonly seats: readonly Seat[];
  readonly roles: readonly { readonly role: TableRole; readonly member: MemberId }[];
}

/** Who acts: a member of the table, from a seat (her own, or as its deputy) and with roles. `null` in an act means the system. */
export interface Actor {
  readonly member: MemberId;
  readonly seat: SeatId | null;
  readonly roles: readonly TableRole[];
}
