import { type Brand } from './brand.js';

/** Random id of a person of the installation. Never written into a log. */
export type PersonId = Brand<string, 'PersonId'>;
/** Random pseudonym of someone who may act at one table; it is what a log shows as `actor` (audit-log.md 2.1). */
export type MemberId = Brand<string, 'MemberId'>;
/** Random id of a seat, scoped to one table; in votes it stands for the member. */
export type SeatId = Brand<string, 'SeatId'>;
/** Random id of an organisation. */
export type OrganisationId = Brand<string, 'OrganisationId'>;

export const personId = (value: string): PersonId => value as PersonId;
export const memberId = (value: string): MemberId => value as MemberId;
export const seatId = (value: string): SeatId => value as SeatId;
export const organisationId = (value: string): OrganisationId => value as OrganisationId;
