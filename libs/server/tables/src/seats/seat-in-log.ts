import { type JsonObject } from '@tavolo/kernel';
import { type SeatRecord } from '../records/seat.record.js';

/** A seat as the entry says it with which a table or a private room begins: from it the log alone tells who may vote. */
export const seatInLog = ({
  id,
  number,
  sector,
  organisation,
  level,
  right,
  assesses,
  decidingAuthority,
}: Omit<SeatRecord, 'table' | 'follows'>): JsonObject => ({
  seat: id,
  number,
  sector,
  organisation,
  level,
  right,
  assesses,
  decidingAuthority,
});
