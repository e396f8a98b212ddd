import { Button, TextInput } from '@mantine/core';
import { modeChangesRoutes, type TableView } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { ProblemMessage, ReasonField, Section, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';
import { NewRulesFields, useNewRules } from './new-rules.js';

interface DeclareEmergencyProps {
  readonly view: TableView;
  readonly onDone: () => void;
}

/** Whoever sits for the institution puts the table back to consultation for a while, with reasons. */
export function DeclareEmergency({ view, onDone }: DeclareEmergencyProps) {
  const say = useMessages(modeChangeMessages);
  const rules = useNewRules(view, ['consultation']);
  const [days, setDays] = useState('30');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { perform, busy, error } = usePerform(modeChangesRoutes.declare, { onDone });
  const missing = reason.trim() === '';
  const wrongDays = !/^\d{1,2}$/u.test(days) || Number(days) < 1 || Number(days) > 60;
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing || wrongDays || rules.draft.wrong) return;
    const body = { days: Number(days), reason: reason.trim(), rulebook: rules.draft.rulebook };
    if (await perform({ params: { table: view.key }, body })) setReason('');
  };
  return (
    <Section title={say('declare.title')}>
      <div className={styles.change} data-print="no">
        <p>{say('declare.lead')}</p>
        <NewRulesFields rules={rules} />
        <TextInput
          label={say('declare.days')}
          value={days}
          inputMode="numeric"
          maxLength={2}
          error={tried && wrongDays ? say('declare.days') : undefined}
          onChange={({ currentTarget }) => setDays(currentTarget.value.trim())}
        />
        <ReasonField
          label={say('reason')}
          value={reason}
          onChange={setReason}
          min={1}
          error={tried && missing ? say('textMissing') : undefined}
        />
        {tried && rules.draft.wrong && <p role="alert">{say('propose.wrong')}</p>}
        {error !== null && <ProblemMessage error={error} />}
        <p>
          <Button variant="outline" loading={busy} onClick={() => void send()}>
            {say('declare.send')}
          </Button>
        </p>
      </div>
    </Section>
  );
}
