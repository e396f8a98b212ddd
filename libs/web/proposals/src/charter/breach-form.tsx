import { type AutoRegulationProcedure } from '@tavolo/governance';
import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useReasonFault } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { charterMessages } from '../messages/charter-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import styles from './charter.module.css';
import { useOwnSubject } from './use-subject.js';

/** A signatory says of another that it did not keep the charter. */
export function BreachForm({ procedure }: { readonly procedure: AutoRegulationProcedure }) {
  const { directory } = useStanding();
  const say = useMessages(charterMessages);
  const sayPage = useMessages(pageMessages);
  const mine = useOwnSubject(procedure);
  const { perform, busy, error } = useAct();
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const refused = useReasonFault(error, sayPage('reason.missing'));
  const missing = tries > 0 && reason.trim() === '';
  const others = procedure.signatures.map((one) => one.subject).filter((id) => id !== mine?.id);
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (subject === '' || reason.trim() === '') return;
    if (!(await perform('breach.raised', { subject, reason: reason.trim() }))) return;
    setSubject('');
    setReason('');
    setTries(0);
  };
  return (
    <Disclosure label={say('breaches.raise')}>
      <form ref={form} onSubmit={(event) => void send(event)} className={styles.form} noValidate>
        <p>{say('breaches.raise.lead')}</p>
        <NativeSelect
          label={say('breaches.whom')}
          value={subject}
          error={tries > 0 && subject === '' ? say('breaches.fault.whom') : null}
          onChange={(event) => setSubject(event.currentTarget.value)}
          data={[
            { value: '', label: say('commitments.choose') },
            ...others.map((id) => ({ value: id, label: directory.subject(id) })),
          ]}
        />
        <ReasonField
          label={say('breaches.what')}
          value={reason}
          onChange={setReason}
          min={1}
          rows={4}
          error={missing ? sayPage('reason.missing') : refused}
        />
        {error !== null && refused === null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('breaches.send')}
        </Button>
      </form>
    </Disclosure>
  );
}
