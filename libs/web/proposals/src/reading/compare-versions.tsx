import { type VersionView } from '@tavolo/contracts';
import { diffClauses, type ClauseDifference } from '@tavolo/collaboration/text';
import { type Language } from '@tavolo/kernel';
import { useMessages } from '@tavolo/web-ui';
import { useId, useMemo } from 'react';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import styles from './compare-versions.module.css';
import { clausesOf } from './version-text.js';

interface CompareVersionsProps {
  readonly earlier: VersionView;
  readonly later: VersionView;
  /** Language in which the text was written. */
  readonly original: Language;
}

/** What changed between two versions, clause by clause and word by word; never by colour alone. */
export function CompareVersions({ earlier, later, original }: CompareVersionsProps) {
  const say = useMessages(pageMessages);
  const heading = useId();
  const differences = useMemo(
    () => diffClauses(clausesOf(earlier), clausesOf(later)).filter(({ change, moved }) => change !== 'same' || moved),
    [earlier, later],
  );
  if (differences.length === 0) return <p>{say('compare.same')}</p>;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{say('compare.between', { from: earlier.n, to: later.n })}</h2>
      <ul className={styles.differences}>
        {differences.map((difference) => (
          <Difference key={`${difference.id}-${difference.change}`} difference={difference} original={original} />
        ))}
      </ul>
    </section>
  );
}

interface DifferenceProps extends Pick<CompareVersionsProps, 'original'> {
  readonly difference: ClauseDifference;
}

function Difference({ difference, original }: DifferenceProps) {
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const { change, moved, earlierNumber, laterNumber, words } = difference;
  return (
    <li className={styles.difference} data-change={change}>
      <p className={styles.heading}>
        {sayText('clause', { number: laterNumber ?? earlierNumber ?? 0 })}
        {change === 'added' && <span className={styles.kind}>{say('compare.newClause')}</span>}
        {change === 'removed' && <span className={styles.kind}>{say('compare.removedClause')}</span>}
        {change === 'formatted' && <span className={styles.kind}>{say('compare.formatted')}</span>}
        {moved && earlierNumber !== null && laterNumber !== null && (
          <span className={styles.kind}>{say('compare.moved', { from: earlierNumber, to: laterNumber })}</span>
        )}
      </p>
      <p className={styles.words} lang={original}>
        {words.map(({ kind, text }, index) => {
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          if (kind === 'removed') return <del key={index}>{text}</del>;
          return <span key={index}>{text}</span>;
        })}
      </p>
    </li>
  );
}
