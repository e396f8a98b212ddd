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
import { isAboutReason } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** The institution decides. It learns here which assessments still lack a reply, and when a departure must be explained. */
export function DecisionForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const { perform, busy, error } = useAct();
  const [outcome, setOutcome] = useState<InstitutionalDecision | ''>('');
  const [statement, setStatement] = useState('');
  const [sent, setSent] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const missing = unanswered(procedure);
  const min = procedure.rulebook.deviationStatementMinChars;
  const deviation = outcome === '' ? null : deviationOf(procedure, outcome);
  // Said at the field alone, whoever finds it: the rule counts visible characters, the field all of them.
  const refused = deviation?.held === true && isAboutReason(error);
  const fault =
    refused && (statement.trim().length < min || statement === sent)
      ? say(statement.trim() === '' ? 'decide.statement.missing' : 'decide.statement.short', { min })
      : null;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    setSent(statement);
    if (outcome !== '')
      void perform('decision.recorded', { outcome, statement: deviation?.held ? statement.trim() || null : null });
  };
  return (
    <Section title={say('decide.title')} id="decide">
      {missing.length > 0 && (
        <Notice tone="care" title={say('reply.missing', { count: missing.length })}>
          <p>{say('decide.lead')}</p>
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
              error={fault && <span role="alert">{fault}</span>}
            />
          </>
        )}
        {error !== null && !refused && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('decide.send')}
        </Button>
      </form>
    </Section>
  );
}
