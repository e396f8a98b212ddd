import { useSession } from '@tavolo/web-data';
import { useFormats, useMessages, useNow } from '@tavolo/web-ui';
import { lazy, Suspense, useState } from 'react';
import { clockMessages } from './clock-messages.js';
import styles from './clock-mover.module.css';

const ClockPanel = lazy(async () => ({ default: (await import('./clock-panel.js')).ClockPanel }));

/** The demonstration's clock: what time it is there, and a panel to move it for everybody, loaded when it is opened. */
export function ClockMover() {
  const say = useMessages(clockMessages);
  const write = useFormats();
  const now = useNow();
  const [opened, setOpened] = useState(false);
  const { data } = useSession();
  const shown = say('now', { now: write.shortDateTime(new Date(now).toISOString()) });
  if (!data?.person) return <span>{shown}</span>;
  return (
    <details className={styles.mover} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        {shown} · <span className={styles.change}>{say('change')}</span>
      </summary>
      {opened && (
        <Suspense>
          <ClockPanel now={now} />
        </Suspense>
      )}
    </details>
  );
}
