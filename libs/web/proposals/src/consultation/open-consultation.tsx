import { type ConsultationProcedure } from '@tavolo/governance';
import { localDateOf, plusDays } from '@tavolo/kernel';
import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** Opens the window: the first possible day is already filled in. */
export function OpenConsultation({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { now } = useStanding();
  const say = useMessages(consultationMessages);
  const { perform, busy, error } = useAct();
  const { rulebook } = procedure;
  const today = localDateOf(now, rulebook.zone);
  const ordinary = plusDays(today, rulebook.windowDaysMin);
  const [closesOn, setClosesOn] = useState<string>(ordinary);
  const [urgent, setUrgent] = useState(false);
  const [reason, setReason] = useState('');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    void perform('consultation.opened', { closesOn, urgentReason: urgent ? reason.trim() || null : null });
  };
  return (
    <Section title={say('open.title')}>
      <p>{say('open.lead')}</p>
      <form onSubmit={send} className={styles.form}>
        <TextInput
          type="date"
          label={say('open.closesOn')}
          value={closesOn}
          required
          withAsterisk={false}
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
          <ReasonField label={say('open.urgentReason')} value={reason} onChange={setReason} min={1} rows={3} />
        )}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('open.send')}
        </Button>
      </form>
    </Section>
  );
}
