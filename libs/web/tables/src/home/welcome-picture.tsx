import { type Sector } from '@tavolo/governance';
import { SectorMark } from '@tavolo/web-ui';
import styles from './welcome.module.css';

const around: readonly Sector[] = [
  ...Array<Sector>(3).fill('public'),
  ...Array<Sector>(4).fill('third_sector'),
  ...Array<Sector>(3).fill('citizens'),
  ...Array<Sector>(2).fill('market'),
];

/** One table, the shapes of four sectors around it. */
export function WelcomePicture({ label }: { readonly label: string }) {
  return (
    <svg className={styles.picture} viewBox="0 0 300 300" role="img" aria-label={label}>
      <circle cx="150" cy="150" r="84" className={styles.table} />
      <path d="M106 132h88M106 150h88M106 168h56" className={styles.lines} />
      {around.map((sector, index) => {
        const angle = ((index + 0.5) / around.length) * 2 * Math.PI - Math.PI / 2 - Math.PI / 4;
        const x = 150 + 118 * Math.cos(angle);
        const y = 150 + 118 * Math.sin(angle);
        return (
          <g
            key={index}
            data-sector={sector}
            className={styles.seat}
            transform={`translate(${x - 16} ${y - 16}) scale(2)`}
          >
            <SectorMark sector={sector} />
          </g>
        );
      })}
    </svg>
  );
}
