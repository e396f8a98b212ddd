import { type LogEntryView } from '@tavolo/contracts';
import { ExplanationTree, useMessages, useNaming } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import { Proof } from '../proof/proof.js';
import { actingIn } from './acting.js';
import { Actor } from './actor.js';
import styles from './entries.module.css';
import { factsOf } from './entry-facts.js';
import { EntryDetails } from './entry-details.js';
import { explanationIn } from './explanation-in.js';
import { Sentence } from './sentence.js';
import { SubjectLink } from './subject-link.js';
import { WrittenTexts } from './written-texts.js';

/** One entry: a sentence, what it is about, what was written; its proof, and its details. */
export function Entry({ entry }: { readonly entry: LogEntryView }) {
  const naming = useNaming();
  const { data, proof, index } = entry;
  const explanation = explanationIn(data);
  return (
    <article className={styles.entry}>
      <div className={styles.body}>
        <h4 className={styles.act}>
          <Sentence entry={entry} />
        </h4>
        <p className={styles.facts}>
          <span className={styles.fact}>
            <SubjectLink entry={entry} />
          </span>
          {factsOf(data, naming).map((fact) => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
        </p>
        <Behind entry={entry} />
        <WrittenTexts entry={entry} />
        {explanation && <ExplanationTree explanation={explanation} />}
        <EntryDetails entry={entry} />
      </div>
      <Proof state={proof} index={index} />
    </article>
  );
}

/** Who stands behind what is told of somebody else, or of nobody. */
function Behind({ entry }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const { behind } = actingIn(entry);
  if (behind === null) return null;
  return (
    <p className={styles.who}>
      {behind === 'actor' && entry.actor ? (
        <>
          {say('doneBy')} <Actor actor={entry.actor} />
        </>
      ) : (
        say(behind === 'operator' ? 'operator' : 'system')
      )}
    </p>
  );
}
