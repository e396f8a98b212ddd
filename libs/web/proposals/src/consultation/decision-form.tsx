import {
  deviationOf,
  institutionalDecisions,
  unanswered,
  type ConsultationProcedure,
  type InstitutionalDecision,
} from '@tavolo/governance';
import { ExplanationTree, Notice, ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, Radio, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** The institution decides. It learns here which assessments still lack a reply, and when a departure must be explained. */
export function DecisionForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const { perform, busy, error } = useAct();
  const [outcome, setOutcome] = useState<InstitutionalDecision | ''>('');
  const [statement, setStatement] = useState('');
  const [tried, setTried] = useState(false);
  const missing = unanswered(procedure);
  const min = procedure.rulebook.deviationStatementMinChars;
  const deviation = outcome === '' ? null : deviationOf(procedure, outcome);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (outcome !== '')
      void perform('decision.recorded', { outcome, statement: deviation?.held ? statement.trim() || null : null });
  };
  return (
    <Section title={say('decide.title')} id="decide">
      <p>{say('decide.lead')}</p>
      {missing.length > 0 && (
        <Notice tone="care" title={say('reply.missing', { count: missing.length })}>
          <ul>
            {missing.map((key) => (
              <li key={key}>
                <a href={`#assessment-${key}`}>{say('reply.goTo', { key })}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form onSubmit={send} className={styles.form}>
        <Radio.Group
          label={say('decide.outcome')}
          value={outcome}
          error={tried && outcome === '' && say('choose')}
          onChange={(value) => setOutcome(value)}
        >
          <Stack gap="xs" mt="xs">
            {institutionalDecisions.map((value) => (
              <Radio key={value} value={value} label={say(`outcome.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {deviation?.held && (
          <>
            <Notice tone="care" role="status" title={say('decide.deviates', { min })}>
              <ExplanationTree explanation={deviation} />
            </Notice>
            <ReasonField label={say('decide.statement')} value={statement} onChange={setStatement} min={min} rows={6} />
          </>
        )}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('decide.send')}
        </Button>
      </form>
    </Section>
  );
}
