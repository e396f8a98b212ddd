import { Button } from '@mantine/core';
import { type LogEntryView, type LogPage } from '@tavolo/contracts';
import { EmptyState, ProblemMessage, Section, useFormats, useMessages } from '@tavolo/web-ui';
import { Entry } from './entry.js';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';

interface EntriesProps {
  /** The pages read so far, newest first. */
  readonly log: {
    readonly data: { readonly pages: readonly LogPage[] } | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly zone?: string | undefined;
}

/** Entries by day, newest first. */
export function Entries({ log, zone }: EntriesProps) {
  const say = useMessages(logMessages);
  const write = useFormats(zone);
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const days = byDay(entries, write.date);
  return (
    <Section title={say('list.title')}>
      {entries.length === 0 && <EmptyState title={say('list.none')}>{say('list.noneDetail')}</EmptyState>}
      {[...days].map(([day, those]) => (
        <div key={day}>
          <h3 className={styles.day}>{day}</h3>
          <ol className={styles.entries}>
            {those.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} zone={zone} />
              </li>
            ))}
          </ol>
        </div>
      ))}
      {log.error !== null && <ProblemMessage error={log.error} />}
      {log.hasNextPage && (
        <Button variant="outline" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {say('list.older')}
        </Button>
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
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}
