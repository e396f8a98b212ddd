import { type Sector } from '@tavolo/governance';
import { tableMessages } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import styles from './sector.module.css';

/** Sectors, and those who guide a table and belong to no sector's bench. */
export type SectorOrNeutral = Sector | 'neutral';

/** The sector's shape, so that colour never stands alone: square, circle, triangle, diamond, ring. Hidden from screen readers. */
export function SectorShape({ sector, size = 16 }: { readonly sector: SectorOrNeutral; readonly size?: number }) {
  return (
    <svg
      className={styles.shape}
      data-sector={sector}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <SectorMark sector={sector} />
    </svg>
  );
}

/** The shape alone, in a box of 16 by 16, for use inside a larger drawing. */
export function SectorMark({ sector }: { readonly sector: SectorOrNeutral }) {
  if (sector === 'public') return <rect x="2" y="2" width="12" height="12" rx="1.5" fill="currentColor" />;
  if (sector === 'third_sector') return <circle cx="8" cy="8" r="6.5" fill="currentColor" />;
  if (sector === 'citizens') return <path d="M8 1.5 15 14H1z" fill="currentColor" strokeLinejoin="round" />;
  if (sector === 'market') return <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />;
  return <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2.5" />;
}

/** A sector by shape and name. */
export function SectorBadge({ sector }: { readonly sector: SectorOrNeutral }) {
  const say = useMessages(tableMessages);
  return (
    <span className={styles.badge} data-sector={sector}>
      <SectorShape sector={sector} />
      <span>{say(`sector.${sector}`)}</span>
    </span>
  );
}
