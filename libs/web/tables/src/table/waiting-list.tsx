import { type Waiting } from '@tavolo/contracts';
import { Deadline, expectationText, useFormats, useMessages, useNaming, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { homeMessages } from '../messages/home-messages.js';
import styles from './waiting-list.module.css';

interface WaitingListProps {
  readonly waiting: readonly Waiting[];
  /** Leaves out at which table, where the page is about one. */
  readonly atOneTable?: boolean;
}

/** What is asked of the reader, as an agenda: when, one plain sentence, and where to do it. */
export function WaitingList({ waiting, atOneTable = false }: WaitingListProps) {
  const say = useMessages(homeMessages);
  const naming = useNaming();
  return (
    <ol className={styles.agenda}>
      {waiting.map(({ table, proposal, expectation }) => (
        <li key={`${proposal.key}-${expectation.key}`} className={styles.item}>
          <DayLeaf at={expectation.until} />
          <div className={styles.words}>
            <p className={styles.sentence}>{expectationText(expectation, naming)}</p>
            <p>
              <Link to={`/proposals/${proposal.key}`} className={styles.link}>
                {proposal.key} <WordsText words={proposal.title} />
              </Link>
            </p>
            <p className={styles.soft}>
              {!atOneTable && (
                <>
                  <WordsText words={table.name} /> ·{' '}
                </>
              )}
              {expectation.until ? (
                <>
                  {say('waiting.until')} <Deadline at={expectation.until} />
                </>
              ) : (
                say('waiting.open')
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The day of a time limit as on a calendar, to look at; the words beside it say the same. */
function DayLeaf({ at }: { readonly at: string | null }) {
  const write = useFormats();
  if (at === null) {
    return (
      <span className={styles.leaf} data-empty="true" aria-hidden="true">
        –
      </span>
    );
  }
  const [day = '', month = ''] = write.date(at).split(' ');
  return (
    <span className={styles.leaf} aria-hidden="true">
      <span className={styles.day}>{day}</span>
      <span>{month.slice(0, 3)}</span>
      <span className={styles.hour}>{write.time(at)}</span>
    </span>
  );
}
