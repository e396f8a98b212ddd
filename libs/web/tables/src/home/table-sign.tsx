import styles from './home.module.css';

/** A round table with as many places as the table has seats. Decorative. */
export function TableSign({ seats }: { readonly seats: number }) {
  const size = Math.min(4, 52 / Math.max(seats, 1));
  return (
    <svg className={styles.sign} viewBox="0 0 64 64" width="64" height="64" aria-hidden="true">
      <circle cx="32" cy="32" r="17" className={styles.signTable} />
      {Array.from({ length: seats }, (_, index) => {
        const angle = (index / seats) * 2 * Math.PI - Math.PI / 2;
        return (
          <circle
            key={index}
            cx={32 + 26 * Math.cos(angle)}
            cy={32 + 26 * Math.sin(angle)}
            r={size}
            fill="currentColor"
          />
        );
      })}
    </svg>
  );
}
