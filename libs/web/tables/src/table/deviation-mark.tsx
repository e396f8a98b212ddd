import { useMessages } from '@tavolo/web-ui';
import { tablePageMessages } from '../messages/table-page-messages.js';
import styles from './table.module.css';

/** Says that the institution decided otherwise than the prevailing opinion. */
export function DeviationMark() {
  const say = useMessages(tablePageMessages);
  return (
    <p className={styles.deviation}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d="M2 14h5l6-9h3M12.5 1.8 16 5l-3.5 3.2" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      {say('deviation')}
    </p>
  );
}
