import { Button } from '@mantine/core';
import { type LogEntryView, type LogPage } from '@tavolo/contracts';
import { EmptyState, ErrorState, Loading, Section, useAnnounce, useFormats, useMessages } from '@tavolo/web-ui';
import { useRef } from 'react';
import { logMessages } from '../messages/log-messages.js';
import styles from './entries.module.css';
import { Entry } from './entry.js';
import { useLogPlace } from './log-place.js';

/** The pages of a log read so far, newest first. */
export interface ReadLog {
  readonly data: { readonly pages: readonly LogPage[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<{ readonly data?: { readonly pages: readonly LogPage[] } | undefined }>;
}

/** Entries by day, newest first, and the way to older ones. */
export function Entries({ log, filtered }: { readonly log: ReadLog; readonly filtered: boolean }) {
  const say = useMessages(logMessages);
  const announce = useAnnounce();
  const list = useRef<HTMLDivElement>(null);
  const { zone } = useLogPlace();
  const write = useFormats(zone);
  if (!log.data) return log.error ? <ErrorState error={log.error} retry={() => void log.refetch()} /> : <Loading />;
  const entries = log.data.pages.flatMap((page) => page.entries);
  const showOlder = async (): Promise<void> => {
    const { data } = await log.fetchNextPage();
    const added = data?.pages.flatMap((page) => page.entries).slice(entries.length) ?? [];
    announce(say('list.added', { count: added.length }));
    // Reading goes on where the new entries begin, also when the button is gone with the last page.
    list.current?.querySelectorAll<HTMLElement>('li')[entries.length]?.focus();
  };
  return (
    <Section title={say('list.title')}>
      {entries.length === 0 && (
        <EmptyState title={say(filtered ? 'list.noneFit' : 'list.none')}>
          {say(filtered ? 'list.noneFitHint' : 'list.noneHint')}
        </EmptyState>
      )}
      <div ref={list}>
        {[...byDay(entries, write.date)].map(([day, those]) => (
          <section key={day} className={styles.day}>
            <h3>{day}</h3>
            <ol className={styles.entries}>
              {those.map((entry) => (
                <li key={entry.id} tabIndex={-1}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {log.error !== null && <ErrorState error={log.error} />}
      {log.hasNextPage ? (
        <p data-print="no">
          <Button variant="outline" loading={log.isFetchingNextPage} onClick={() => void showOlder()}>
            {say('list.older')}
          </Button>
        </p>
      ) : (
        entries.length > 0 && <p className={styles.end}>{say(filtered ? 'list.endFit' : 'list.end')}</p>
      )}
    </Section>
  );
}

/** Entries of each local day, in the order in which they came. */
function byDay(
  entries: readonly LogEntryView[],
  dayOf: (at: string) => string,
): ReadonlyMap<string, readonly LogEntryView[]> {
  const days = new Map<string, LogEntryView[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const those = days.get(day);
    if (those) those.push(entry);
    else days.set(day, [entry]);
  }
  return days;
}
