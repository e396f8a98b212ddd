import { compareRulebooks, type Rulebook, type RulebookSentence } from '@tavolo/governance';
import { rulebookSentenceText, useLanguage, useMessages } from '@tavolo/web-ui';
import { versionsMessages } from '../../messages/versions-messages.js';
import styles from '../versions/versions.module.css';

interface Named {
  readonly label: string;
  readonly rulebook: Rulebook;
}

/** What two rulebooks say, sentence beside sentence; `only`: only what differs. */
export function RulebookDifference({
  left,
  right,
  only,
}: {
  readonly left: Named;
  readonly right: Named;
  readonly only: boolean;
}) {
  const say = useMessages(versionsMessages);
  const rows = compareRulebooks(left.rulebook, right.rulebook).filter(({ same }) => !only || !same);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{say('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{left.label}</th>
          <th scope="col">{right.label}</th>
          <th scope="col">{say('mark')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ left: one, right: other, same }, index) => (
          <tr key={`${one?.key ?? ''}-${other?.key ?? ''}-${index}`} data-same={same}>
            <Sentence of={one} />
            <Sentence of={other} />
            <td className={styles.mark}>{say(same ? 'same' : 'different')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sentence({ of }: { readonly of: RulebookSentence | null }) {
  const say = useMessages(versionsMessages);
  const { language } = useLanguage();
  return of ? <td>{rulebookSentenceText(of, language)}</td> : <td className={styles.nothing}>{say('nothing')}</td>;
}
