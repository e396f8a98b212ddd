import { useFormats, useNow } from '../format/clock.js';
import styles from './deadline.module.css';

interface DeadlineProps {
  readonly at: string;
  /** IANA zone of the table; the home zone when absent. */
  readonly zone?: string | undefined;
  /** Leaves out the distance from now. */
  readonly plain?: boolean;
}

/** A moment as absolute local date and time with its time zone, and how far away it is: it stands out in its last two days. */
export function Deadline({ at, zone, plain = false }: DeadlineProps) {
  const write = useFormats(zone);
  const now = useNow();
  const millis = Date.parse(at) - now;
  const near = millis > 0 && millis < 2 * 86_400_000;
  return (
    <span className={styles.deadline}>
      <time dateTime={at}>{write.dateTime(at)}</time> <span className={styles.zone}>({write.zone(at)})</span>
      {!plain && (
        <>
          {' '}
          <span className={near ? styles.near : styles.distance}>{write.distance(at, now)}</span>
        </>
      )}
    </span>
  );
}

/** A moment in short, for lists and tables; the full date and zone are in its title. */
export function Moment({ at, zone }: { readonly at: string; readonly zone?: string | undefined }) {
  const write = useFormats(zone);
  return (
    <time dateTime={at} title={`${write.dateTime(at)} (${write.zone(at)})`} className={styles.moment}>
      {write.shortDateTime(at)}
    </time>
  );
}
