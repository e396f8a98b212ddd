import { type ConsultationProcedure } from '@tavolo/governance';
import { localDateOf, plusDays } from '@tavolo/kernel';
import { problemIn, ProblemMessage, ReasonField, refusalText, useMessages, useNaming } from '@tavolo/web-ui';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** Opens the window: the first possible day is already filled in. */
export function OpenConsultation({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { now } = useStanding();
  const say = useMessages(consultationMessages);
  const sayPage = useMessages(pageMessages);
  const naming = useNaming();
  const { perform, busy, error } = useAct();
  const { rulebook } = procedure;
  const today = localDateOf(now, rulebook.zone);
  const ordinary = plusDays(today, rulebook.windowDaysMin);
  const [closesOn, setClosesOn] = useState<string>(ordinary);
  const [urgent, setUrgent] = useState(false);
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const refusal = problemIn(error);
  const dateFault =
    tries > 0 && closesOn === ''
      ? say('open.dateMissing')
      : refusal.code === 'window_too_short'
        ? refusalText({ ...refusal, code: refusal.code }, naming)
        : null;
  const missing = tries > 0 && urgent && reason.trim() === '';
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (closesOn === '' || (urgent && reason.trim() === '')) return;
    void perform('consultation.opened', { closesOn, urgentReason: urgent ? reason.trim() || null : null });
  };
  return (
    <Section title={say('open.title')} id="open-consultation">
      <p>{say('open.lead')}</p>
      <form ref={form} onSubmit={send} className={styles.form} noValidate>
        <TextInput
          type="date"
          label={say('open.closesOn')}
          value={closesOn}
          error={dateFault}
          onChange={(event) => setClosesOn(event.currentTarget.value)}
        />
        <Checkbox
          label={say('open.urgent')}
          checked={urgent}
          onChange={(event) => {
            const isUrgent = event.currentTarget.checked;
            setUrgent(isUrgent);
            setClosesOn(isUrgent ? plusDays(today, rulebook.urgentWindowDaysMin) : ordinary);
          }}
        />
        {urgent && (
          <ReasonField
            label={say('open.urgentReason')}
            value={reason}
            onChange={setReason}
            min={1}
            rows={3}
            error={missing ? sayPage('reason.missing') : null}
          />
        )}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('open.send')}
        </Button>
      </form>
    </Section>
  );
}
