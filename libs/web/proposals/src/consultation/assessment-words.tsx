import { type Assessment, type ConsultationProcedure } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import styles from './consultation.module.css';

interface AssessmentWordsProps {
  readonly assessment: Assessment;
  readonly procedure: ConsultationProcedure;
}

/** What somebody wrote in an assessment: on which clause, why, under which condition, and with which interest. */
export function AssessmentWords({
  assessment: { clause, reason, condition, interest },
  procedure,
}: AssessmentWordsProps) {
  const say = useMessages(consultationMessages);
  const clauses = procedure.versions.at(0)?.clauses ?? [];
  return (
    <>
      {clause !== null && clauses.includes(clause) && (
        <p className={styles.hint}>{say('clause', { number: clauses.indexOf(clause) + 1 })}</p>
      )}
      <p className={styles.words}>{reason ? <Written>{reason}</Written> : say('noReason')}</p>
      {condition && (
        <p className={styles.words}>
          {say('condition')} <Written>{condition}</Written>
        </p>
      )}
      {interest && (
        <p className={styles.words}>
          {say('interest')} <Written>{interest}</Written>
        </p>
      )}
    </>
  );
}
