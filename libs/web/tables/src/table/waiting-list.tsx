import { type Waiting } from '@tavolo/contracts';
import {
  ActionLink,
  Deadline,
  expectationText,
  useFormats,
  useMessages,
  useNaming,
  useNow,
  WordsText,
} from '@tavolo/web-ui';
import { Link } from 'react-router';
import { homeMessages } from '../messages/home-messages.js';
import styles from './waiting-list.module.css';

interface WaitingListProps {
  readonly waiting: readonly Waiting[];
  /** Leaves out at which table, where the page is about one. */
  readonly atOneTable?: boolean;
  /** Makes the first one stand out as what is to be done first. */
  readonly first?: boolean;
}

/** What is asked of the reader, as an agenda: when, one plain sentence, and where to do it. */
export function WaitingList({ waiting, atOneTable = false, first = false }: WaitingListProps) {
  return (
    <ol className={styles.agenda}>
      {waiting.map((one, index) => (
        <Item
          key={`${one.proposal.key}-${one.expectation.key}`}
          waiting={one}
          atOneTable={atOneTable}
          first={first && index === 0}
          several={waiting.length > 1}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly waiting: Waiting;
  readonly atOneTable: boolean;
  readonly first: boolean;
  readonly several: boolean;
}

function Item({ waiting: { table, proposal, expectation }, atOneTable, first, several }: ItemProps) {
  const say = useMessages(homeMessages);
  const naming = useNaming();
  return (
    <li className={styles.item} data-first={first}>
      <DayLeaf at={expectation.until} />
      <div className={styles.words}>
        {first && several && <p className={styles.label}>{say('waiting.first')}</p>}
        <p className={styles.sentence}>{expectationText(expectation, naming)}</p>
        {first ? (
          <p className={styles.title}>
            <span className={styles.key}>{proposal.key}</span> <WordsText words={proposal.title} />
          </p>
        ) : (
          <p>
            <Link to={`/proposals/${proposal.key}`} className={styles.link}>
              {proposal.key} <WordsText words={proposal.title} />
            </Link>
          </p>
        )}
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
        {first && (
          <p className={styles.action}>
            <ActionLink to={`/proposals/${proposal.key}`}>{say('waiting.go', { key: proposal.key })}</ActionLink>
          </p>
        )}
      </div>
    </li>
  );
}

const twoDays = 2 * 86_400_000;

/** The day of a time limit as on a calendar, to look at; the words beside it say the same. */
function DayLeaf({ at }: { readonly at: string | null }) {
  const write = useFormats();
  const now = useNow();
  if (at === null) {
    return (
      <span className={styles.leaf} data-empty="true" aria-hidden="true">
        –
      </span>
    );
  }
  const [day = '', month = ''] = write.date(at).split(' ');
  return (
    <span className={styles.leaf} data-near={Date.parse(at) - now < twoDays} aria-hidden="true">
      <span className={styles.day}>{day}</span>
      <span>{month.slice(0, 3)}</span>
      <span className={styles.hour}>{write.time(at)}</span>
    </span>
  );
}
