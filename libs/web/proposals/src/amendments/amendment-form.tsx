import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { pageMessages } from '../messages/page-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { useClauseNames } from './use-clause-names.js';
import styles from './amendments.module.css';

/** Asks for a change in words; in a consultation it is a suggestion, which must be answered. */
export function AmendmentForm() {
  const { view } = useStanding();
  const say = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [clause, setClause] = useState('');
  const [kind, setKind] = useState<'friendly' | 'contested'>('friendly');
  const [text, setText] = useState('');
  const suggestion = view.kind === 'consultation';
  const { choices } = useClauseNames();
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const body = { clause: clause || null, kind: suggestion ? ('suggestion' as const) : kind, text: text.trim() };
    if (await perform('amendment.proposed', body)) setText('');
  };
  return (
    <Disclosure label={say('amendments.new')}>
      <form onSubmit={(event) => void send(event)} className={styles.form}>
        {choices.length > 0 && (
          <NativeSelect
            label={say('amendments.clause')}
            value={clause}
            onChange={(event) => setClause(event.currentTarget.value)}
            data={[
              { value: '', label: say('amendments.whole') },
              ...choices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        {!suggestion && (
          <NativeSelect
            label={say('amendments.kind')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value === 'contested' ? 'contested' : 'friendly')}
            data={[
              { value: 'friendly', label: say('amendments.friendly') },
              { value: 'contested', label: say('amendments.contested') },
            ]}
          />
        )}
        <ReasonField label={say('amendments.text')} value={text} onChange={setText} min={1} rows={3} />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          {say('amendments.send')}
        </Button>
      </form>
    </Disclosure>
  );
}
