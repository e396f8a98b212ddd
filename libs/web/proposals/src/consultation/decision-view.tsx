import { type ConsultationProcedure } from '@tavolo/governance';
import { ExplanationTree, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Written } from '../acts/written.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';
import { useInstitution } from './institution.js';

interface DecisionViewProps {
  readonly procedure: ConsultationProcedure;
  readonly decision: NonNullable<ConsultationProcedure['decision']>;
}

/** The institution's decision. A departure from the prevailing opinion stands out, with its statement. */
export function DecisionView({ procedure, decision }: DecisionViewProps) {
  const { directory } = useStanding();
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const write = useFormats(procedure.rulebook.zone);
  const verdict = say('decision.on', {
    verdict: sayTable(`verdict.${decision.outcome}`),
    date: write.date(decision.at),
  });
  const institution = useInstitution();
  const by = institution ?? directory.member(decision.by);
  if (!decision.deviation.held) {
    return (
      <Section title={say('decision')}>
        <p className={styles.verdict}>{verdict}</p>
        <p>{say('decision.by', { name: by })}</p>
        <p>{say('deviation.none')}</p>
      </Section>
    );
  }
  return (
    <section className={styles.deviation} aria-labelledby="deviation-heading">
      <h2 id="deviation-heading">{say('deviation.title')}</h2>
      <p className={styles.verdict}>{verdict}</p>
      <p>{say('decision.by', { name: by })}</p>
      <ExplanationTree explanation={decision.deviation} />
      {decision.statement && (
        <>
          <h3>{say('deviation.statement')}</h3>
          <blockquote className={styles.statement}>
            <Written>{decision.statement}</Written>
          </blockquote>
        </>
      )}
    </section>
  );
}
