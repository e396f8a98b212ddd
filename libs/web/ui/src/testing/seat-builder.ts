import { type SeatView } from '@tavolo/contracts';
import { type Sector } from '@tavolo/governance';

/** A seat `s1` held by the member `m1`, and so on: specs name the values that they are about, everything else is filled in. */
export const seat = (number: number, sector: Sector, more: Partial<SeatView> = {}): SeatView => ({
  id: `s${number}`,
  number,
  sector,
  organisation: null,
  level: 'local',
  right: 'vote',
  assesses: true,
  decidingAuthority: false,
  holder: { member: `m${number}`, name: `Person ${number}`, title: null },
  deputy: null,
  ...more,
});
