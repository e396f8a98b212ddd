import { type SeatView } from '@tavolo/contracts';
import { bySector } from './by-sector.js';

/** Where a seat stands in the picture: its middle and that of its label, in units of a drawing whose middle is 0,0. */
export interface Place {
  readonly seat: SeatView;
  readonly x: number;
  readonly y: number;
  readonly labelX: number;
  readonly labelY: number;
}

export interface Places {
  readonly places: readonly Place[];
  /** Width of a seat's shape. */
  readonly size: number;
}

/** Radius of the circle on which the seats stand. */
const ring = 118;
const labelRing = 150;
/** Room between two sectors, in seats. */
const gap = 0.7;
const largest = 30;

/** Puts the seats around a round table: sectors side by side with room between them, the first one at the top. */
export function placesAround(seats: readonly SeatView[]): Places {
  const groups = bySector(seats);
  const gaps = groups.length > 1 ? groups.length * gap : 0;
  const step = (2 * Math.PI) / Math.max(seats.length + gaps, 1);
  const first = groups[0]?.seats.length ?? 0;
  let turn = -Math.PI / 2 - (step * (first - 1)) / 2;
  const places: Place[] = [];
  for (const group of groups) {
    for (const seat of group.seats) {
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
      places.push({ seat, x: ring * cos, y: ring * sin, labelX: labelRing * cos, labelY: labelRing * sin });
      turn += step;
    }
    turn += step * gap;
  }
  return { places, size: Math.min(largest, ring * step * 0.8) };
}
