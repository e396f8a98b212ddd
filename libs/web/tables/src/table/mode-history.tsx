import { type TableView } from '@tavolo/contracts';
import { ModeBadge, Section, useFormats, useMessages } from '@tavolo/web-ui';
import { tablePageMessages } from '../messages/table-page-messages.js';
import styles from './table.module.css';

/** By which modes and rulebooks the table has worked, the present one first. */
export function ModeHistory({ view }: { readonly view: TableView }) {
  const say = useMessages(tablePageMessages);
  const write = useFormats(view.rulebook.zone);
  if (view.modeHistory.length === 0) return null;
  return (
    <Section title={say('history')}>
      <ol className={styles.history}>
        {view.modeHistory.toReversed().map(({ mode, rulebook, from, to }) => (
          <li key={`${rulebook}-${from}`} data-now={to === null}>
            <ModeBadge mode={mode} /> {say('history.rulebook', { rulebook })}{' '}
            <span className={styles.soft}>
              {to === null
                ? say('history.now', { from: write.date(from) })
                : say('history.past', { from: write.date(from), to: write.date(to) })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
