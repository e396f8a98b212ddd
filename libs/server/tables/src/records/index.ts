import { AreaRecord } from './area.record.js';
import { MemberRecord } from './member.record.js';
import { OrganisationRecord } from './organisation.record.js';
import { RulebookChangeRecord } from './rulebook-change.record.js';
import { RulebookRecord } from './rulebook.record.js';
import { SeatRecord } from './seat.record.js';
import { SeatingRecord } from './seating.record.js';
import { TableRoleRecord } from './table-role.record.js';
import { TableRecord } from './table.record.js';

/** Every record of this context, for the data source. */
export const tablesRecords = [
  AreaRecord,
  OrganisationRecord,
  TableRecord,
  SeatRecord,
  MemberRecord,
  SeatingRecord,
  TableRoleRecord,
  RulebookRecord,
  RulebookChangeRecord,
];
