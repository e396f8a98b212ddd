import { useSession } from '@tavolo/web-data';
import { useAnnounce, useFormats, useMessages, useNow } from '@tavolo/web-ui';
import { lazy, Suspense, useCallback, useId, useRef, useState } from 'react';
import { clockMessages } from './clock-messages.js';
import styles from './clock-mover.module.css';
import { useClosing } from './use-closing.js';

const ClockPanel = lazy(async () => ({ default: (await import('./clock-panel.js')).ClockPanel }));

/** The demonstration's clock: what time it is there, and a panel to move it for everybody, loaded when it is opened. */
export function ClockMover() {
  const say = useMessages(clockMessages);
  const write = useFormats();
  const announce = useAnnounce();
  const now = useNow();
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const { data } = useSession();
  const close = useCallback(() => setOpened(false), []);
  useClosing({ opened, place, opener: button, close });
  const shown = say('now', { now: write.shortDateTime(new Date(now).toISOString()) });
  if (!data?.person) return <span>{shown}</span>;
  const moved = (to: string): void => {
    close();
    button.current?.focus();
    announce(say('moved', { now: write.dateTime(to) }));
  };
  return (
    <div className={styles.mover} ref={place}>
      <button
        ref={button}
        type="button"
        className={styles.opener}
        aria-expanded={opened}
        aria-controls={opened ? panel : undefined}
        onClick={() => setOpened(!opened)}
      >
        {shown} · <span className={styles.change}>{say('change')}</span>
      </button>
      {opened && (
        <div id={panel} className={styles.place}>
          <Suspense>
            <ClockPanel now={now} onMoved={moved} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
