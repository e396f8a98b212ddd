import { explainEntry, isUnanimous, type AutoRegulationProcedure } from '@tavolo/governance';
import { Deadline, ExplanationTree, Notice, useFormats, useMessages } from '@tavolo/web-ui';
import { charterMessages } from '../messages/charter-messages.js';
import { Section } from '../page/section.js';
import { charterStanding, isBinding } from './charter-standing.js';
import styles from './charter.module.css';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

/** How a charter stands in one glance: who has signed, whether it is in force, and why. */
export function CharterState({ procedure }: CharterPartProps) {
  const say = useMessages(charterMessages);
  const { stage, deadline, rulebook } = procedure;
  const ended = stage === 'lapsed' || stage === 'not_in_force';
  const condition = ended && procedure.condition ? procedure.condition : explainEntry(procedure);
  return (
    <Section title={say('standing')} id="standing">
      <Headline procedure={procedure} />
      {stage === 'signing' && deadline && (
        <p>
          {say('signing.until')} <Deadline at={deadline} zone={rulebook.zone} />
        </p>
      )}
      {stage === 'at_risk' && deadline && (
        <Notice tone="care" title={say('atRisk')}>
          <p>
            {say('atRisk.until')} <Deadline at={deadline} zone={rulebook.zone} />
          </p>
        </Notice>
      )}
      <ExplanationTree explanation={condition} opened={!condition.held} />
    </Section>
  );
}

/** `7 of 9 signed, 1 declined, 1 undecided, 1 withdrawal announced`, and since when it is in force; "unanimous" only when all have signed. */
function Headline({ procedure }: CharterPartProps) {
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const { inForceSince, stage, since } = procedure;
  const { signed, of, declined, undecided, announced, gone } = charterStanding(procedure);
  const counts = [
    say('count.signed', { signed: signed.length, of }),
    ...(declined.length > 0 ? [say('count.declined', { count: declined.length })] : []),
    ...(undecided.length > 0 ? [say('count.undecided', { count: undecided.length })] : []),
    ...(announced.length > 0 ? [say('count.announced', { count: announced.length })] : []),
    ...(gone.length > 0 ? [say('count.gone', { count: gone.length })] : []),
  ];
  return (
    <div className={styles.headline}>
      <p className={styles.counts}>{counts.join(', ')}</p>
      {isBinding(procedure) && inForceSince && (
        <p className={styles.inForce}>{say('inForceSince', { date: write.date(inForceSince) })}</p>
      )}
      {stage === 'signing' && <p className={styles.notInForce}>{say('inForce.notYet')}</p>}
      {stage === 'not_in_force' && <p className={styles.notInForce}>{say('notInForce')}</p>}
      {stage === 'lapsed' && <p className={styles.notInForce}>{say('lapsed', { date: write.date(since) })}</p>}
      {stage === 'lapsed' && inForceSince && (
        <p className={styles.soft}>{say('inForceSince.past', { date: write.date(inForceSince) })}</p>
      )}
      {isUnanimous(procedure) ? (
        <p className={styles.unanimous}>{say('unanimous')}</p>
      ) : (
        isBinding(procedure) && <p className={styles.soft}>{say('bindsOnly')}</p>
      )}
    </div>
  );
}
