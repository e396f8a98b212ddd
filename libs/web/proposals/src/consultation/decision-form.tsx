import {
  deviationOf,
  institutionalDecisions,
  unanswered,
  type ConsultationProcedure,
  type InstitutionalDecision,
} from '@tavolo/governance';
import { ExplanationTree, Notice, ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useReasonFault } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** The institution decides. It learns here which assessments still lack a reply, and when a departure must be explained. */
export function DecisionForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const sayPage = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [outcome, setOutcome] = useState<InstitutionalDecision | ''>('');
  const [statement, setStatement] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const fault = useReasonFault(error, sayPage('reason.missing'));
  const missing = unanswered(procedure);
  const min = procedure.rulebook.deviationStatementMinChars;
  const deviation = outcome === '' ? null : deviationOf(procedure, outcome);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
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
      <form ref={form} onSubmit={send} className={styles.form} noValidate>
        <ChoiceField
          label={say('decide.outcome')}
          value={outcome}
          options={institutionalDecisions.map((value) => ({ value, label: say(`outcome.${value}`) }))}
          error={tries > 0 && outcome === '' ? say('choose') : null}
          onChange={setOutcome}
        />
        {outcome === 'adopted_with_changes' && <p className={styles.hint}>{say('decide.withChanges')}</p>}
        {deviation?.held && (
          <>
            <Notice tone="care" role="status" title={say('decide.deviates', { min })}>
              <ExplanationTree explanation={deviation} />
            </Notice>
            <ReasonField
              label={say('decide.statement')}
              value={statement}
              onChange={setStatement}
              min={min}
              rows={6}
              error={statement.trim().length < min ? fault : null}
            />
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
