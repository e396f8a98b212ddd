import { type MandateView } from '@tavolo/contracts';
import { ConfirmDialog, useMessages } from '@tavolo/web-ui';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';
import { useMandateAct } from './use-mandate-act.js';

interface GrantMandateProps {
  readonly view: MandateView;
  readonly onDone: () => void;
}

/** The institution records the published act by which it grants the mandate. */
export function GrantMandate({ view, onDone }: GrantMandateProps) {
  const say = useMessages(mandateMessages);
  const { perform, busy, error, reset } = useMandateAct(view, onDone);
  const [opened, setOpened] = useState(false);
  const [date, setDate] = useState('');
  const [reference, setReference] = useState('');
  const [tries, setTries] = useState(0);
  const organisation = view.seats.find(({ id }) => id === view.me.seat)?.organisation?.id;
  if (organisation === undefined) return null;
  const missing = (value: string): string | null => (tries > 0 && value.trim() === '' ? say('do.grant.missing') : null);
  const close = (): void => {
    reset();
    setTries(0);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTries(tries + 1);
    if (date === '' || reference.trim() === '') return;
    if (await perform('mandate.granted', { organisation, date, reference: reference.trim() })) close();
  };
  return (
    <>
      <Button onClick={() => setOpened(true)}>{say('do.grant')}</Button>
      <ConfirmDialog
        opened={opened}
        title={say('do.grant')}
        explain={<p>{say('do.grant.explain')}</p>}
        confirm={say('do.grant')}
        busy={busy}
        error={error}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <div className={styles.fields}>
          <TextInput
            type="date"
            label={say('do.grant.date')}
            value={date}
            error={missing(date)}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
          <TextInput
            label={say('do.grant.reference')}
            value={reference}
            maxLength={300}
            error={missing(reference)}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  );
}
