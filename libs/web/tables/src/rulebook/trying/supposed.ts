import { type SupposedSector } from '@tavolo/governance';
import { type SectorSeats } from '../../seats/by-sector.js';

/** How many of a sector come and how they vote; what is asked of one number moves the others so that they stay possible. */
export function changed(sector: SupposedSector, field: 'present' | 'yes' | 'no', value: number): SupposedSector {
  const wanted = Math.max(0, Math.trunc(value) || 0);
  if (field === 'present') {
    const present = Math.min(wanted, sector.eligible);
    const yes = Math.min(sector.yes, present);
    return { ...sector, present, yes, no: Math.min(sector.no, present - yes) };
  }
  const given = Math.min(wanted, sector.present);
  const other = field === 'yes' ? 'no' : 'yes';
  return { ...sector, [field]: given, [other]: Math.min(sector[other], sector.present - given) };
}

/** Every filled seat with a vote is there and says yes. */
export const allYes = (sectors: readonly SectorSeats[]): readonly SupposedSector[] =>
  sectors
    .map(({ sector, seats }) => ({
      sector,
      eligible: seats.filter(({ right, holder }) => right === 'vote' && holder !== null).length,
    }))
    .filter(({ eligible }) => eligible > 0)
    .map(({ sector, eligible }) => ({ sector, eligible, present: eligible, yes: eligible, no: 0 }));
