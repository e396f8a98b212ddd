import {
  deviationOf,
  institutionalDecisions,
  unanswered,
  type ConsultationProcedure,
  type InstitutionalDecision,
} from '@tavolo/governance';
import { ConfirmDialog, ExplanationTree, Notice, ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { isAboutReason } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** The institution decides. It learns here which assessments still lack a reply, and when a departure must be explained; before it is recorded it says what follows. */
export function DecisionForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const say = useMessages(consultationMessages);
  const { perform, busy, error } = useAct();
  const [outcome, setOutcome] = useState<InstitutionalDecision | ''>('');
  const [statement, setStatement] = useState('');
  const [sent, setSent] = useState('');
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const missing = unanswered(procedure);
  const min = procedure.rulebook.deviationStatementMinChars;
  const deviation = outcome === '' ? null : deviationOf(procedure, outcome);
  // Said at the field alone, whoever finds it: the rule counts visible characters, the field all of them.
  const refused = deviation?.held === true && isAboutReason(error);
  const tooShort = deviation?.held === true && statement.trim().length < min;
  const fault =
    (tries > 0 && tooShort) || (refused && statement === sent)
      ? say(statement.trim() === '' ? 'decide.statement.missing' : 'decide.statement.short', { min })
      : null;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    setAsking(outcome !== '' && !tooShort && missing.length === 0);
  };
  const record = async (): Promise<void> => {
    if (outcome === '') return;
    setSent(statement);
    await perform('decision.recorded', { outcome, statement: deviation?.held ? statement.trim() || null : null });
    setAsking(false);
    // Behind the question stands the field that was refused.
    setTries(tries + 1);
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
        {tries > 0 && missing.length > 0 && (
          <Notice tone="bad" role="alert" title={say('decide.waits', { count: missing.length })} />
        )}
        {error !== null && !refused && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('decide.send')}
        </Button>
      </form>
      <ConfirmDialog
        opened={asking}
        title={say('decide.send')}
        explain={
          <>
            {outcome !== '' && <p>{say('decide.sure', { outcome: say(`outcome.${outcome}`) })}</p>}
            {outcome === 'adopted_with_changes' && <p>{say('decide.withChanges')}</p>}
            {deviation?.held && <p>{say('decide.sure.departs')}</p>}
            <p>{say('decide.sure.final')}</p>
          </>
        }
        confirm={say('decide.send')}
        busy={busy}
        danger
        onConfirm={() => void record()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
