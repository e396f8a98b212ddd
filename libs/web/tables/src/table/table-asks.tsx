import { useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { homeMessages } from '../messages/home-messages.js';
import { useModeAsks } from '../mode-change/use-mode-asks.js';
import { useRuleAsks } from '../rulebook/change/use-rule-asks.js';
import { type TableAsk } from './table-ask.js';
import styles from './waiting-list.module.css';

/** What changes of the rules and of the mode ask of the reader, at one table or at all of hers, the nearest time limit first. */
export function useTableAsks(table?: string): readonly TableAsk[] {
  return [...useModeAsks(table), ...useRuleAsks(table)].sort((a, b) => due(a).localeCompare(due(b)));
}

const due = ({ until }: TableAsk): string => until ?? '9999';

/** Such asks as sentences that lead there, each with its table unless the page is about one; nothing where nothing is asked. */
export function TableAsks({
  asks,
  atOneTable = false,
}: {
  readonly asks: readonly TableAsk[];
  readonly atOneTable?: boolean;
}) {
  const say = useMessages(homeMessages);
  const write = useFormats();
  if (asks.length === 0) return null;
  return (
    <ul className={styles.asks} aria-label={say('waiting.rules')}>
      {asks.map(({ key, to, sentence, at, until }) => (
        <li key={key}>
          <Link to={to}>{sentence}</Link>
          <p className={styles.soft}>
            {!atOneTable && (
              <>
                <WordsText words={at} /> ·{' '}
              </>
            )}
            {until === null ? say('waiting.open') : `${say('waiting.until')} ${write.dateTime(until)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
