import { type DecisionSummary, type TableView } from '@tavolo/contracts';
import { EmptyState, Section, tableMessages, useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { tablePageMessages } from '../messages/table-page-messages.js';
import { DeviationMark } from './deviation-mark.js';
import styles from './table.module.css';

/** What the table decided, the latest first. */
export function Decisions({ view }: { readonly view: TableView }) {
  const say = useMessages(tablePageMessages);
  const decisions = [...view.decisions].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Section title={say('decisions')}>
      {decisions.length === 0 ? (
        <EmptyState title={say('decisions.none')}>{say('decisions.noneHint')}</EmptyState>
      ) : (
        <ol className={styles.rows}>
          {decisions.map((decision) => (
            <Decision
              key={`${decision.proposal}-${decision.ballot ?? decision.at}`}
              decision={decision}
              zone={view.rulebook.zone}
            />
          ))}
        </ol>
      )}
    </Section>
  );
}

const passed: ReadonlySet<DecisionSummary['verdict']> = new Set([
  'adopted',
  'adopted_with_changes',
  'in_force',
  'effective',
]);

function Decision({ decision, zone }: { readonly decision: DecisionSummary; readonly zone: string }) {
  const { proposal, title, version, ballot, verdict, deviation, at, rulebook } = decision;
  const say = useMessages(tablePageMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(zone);
  const to = ballot === null ? `/proposals/${proposal}` : `/proposals/${proposal}/decisions/${ballot}`;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={to} className={styles.title}>
          <span className={styles.key}>{proposal}</span> <WordsText words={title} marked />
        </Link>
        <p className={styles.facts}>
          {version > 0 && <span>{say('decisions.version', { n: version })}</span>}
          {ballot !== null && <span>{say('decisions.ballot', { ballot })}</span>}
          <span>{say('decisions.rulebook', { rulebook })}</span>
        </p>
        {deviation && <DeviationMark />}
      </div>
      <div className={styles.state}>
        <p className={styles.verdict} data-passed={passed.has(verdict)}>
          <span aria-hidden="true">{passed.has(verdict) ? '✓' : '✗'}</span> {sayTable(`verdict.${verdict}`)}
        </p>
        <p className={styles.until}>
          <time dateTime={at}>{write.date(at)}</time>
        </p>
      </div>
    </li>
  );
}
