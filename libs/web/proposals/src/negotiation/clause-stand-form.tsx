import { type Sector, type Stand } from '@tavolo/governance';
import { ProblemMessage, ReasonField, tableMessages, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { useClauseNames } from '../amendments/use-clause-names.js';
import { negotiationMessages } from '../messages/negotiation-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { useLiveText } from '../writing/live-text.js';
import styles from './negotiation.module.css';
import { type NegotiatedClause } from './use-negotiated-clauses.js';

const stands = ['consent', 'stand_aside', 'objection'] as const;

interface ClauseStandFormProps {
  readonly party: Sector;
  readonly clauses: readonly NegotiatedClause[];
  readonly clause: string;
  /** How often it was asked for: each time the keyboard goes on from its heading. */
  readonly asked: number;
  readonly onClause: (clause: string) => void;
  readonly onDone: () => void;
}

/** Says for a party how it stands on a clause: nothing is chosen for it, and an objection needs its reason and the change that would meet it. */
export function ClauseStandForm({ party, clauses, clause, asked, onClause, onDone }: ClauseStandFormProps) {
  const say = useMessages(negotiationMessages);
  const sayPage = useMessages(pageMessages);
  const sayTable = useMessages(tableMessages);
  const { nameOf } = useClauseNames();
  const { saved } = useLiveText();
  const { perform, busy, error } = useAct();
  const [stand, setStand] = useState<Stand['stand'] | ''>('');
  const [reason, setReason] = useState('');
  const [change, setChange] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [asked]);
  const objects = stand === 'objection';
  const textHash = clauses.find(({ id }) => id === clause)?.textHash ?? null;
  const hindrance = textHash === null ? 'opening' : saved ? null : 'unsaved';
  const missing = (words: string): string | null =>
    tries > 0 && words.trim() === '' ? sayPage('reason.missing') : null;
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (stand === '' || textHash === null) return;
    const [why, met] = [reason.trim(), change.trim()];
    if (objects && (why === '' || met === '')) return;
    const words = objects ? { reason: why, change: met } : { reason: null, change: null };
    if (await perform('stand.stated', { clause, textHash, stand, ...words })) onDone();
  };
  const name = sayTable(`sector.${party}`);
  return (
    <form ref={form} onSubmit={(event) => void send(event)} className={styles.form} noValidate>
      <h3 ref={heading} tabIndex={-1}>
        {say('form.title', { party: name })}
      </h3>
      <p>{say('form.lead')}</p>
      <NativeSelect
        label={say('form.clause')}
        value={clause}
        onChange={(event) => onClause(event.currentTarget.value)}
        data={clauses.map((one) => ({ value: one.id, label: nameOf(one) }))}
      />
      <ChoiceField
        label={say('form.stand', { party: name })}
        value={stand}
        options={stands.map((value) => ({ value, label: say(`form.stand.${value}`) }))}
        error={tries > 0 && stand === '' ? say('form.choose') : null}
        onChange={setStand}
      />
      {objects && (
        <>
          <ReasonField
            label={say('form.reason')}
            value={reason}
            onChange={setReason}
            min={1}
            rows={3}
            error={missing(reason)}
          />
          <ReasonField
            label={say('form.change')}
            value={change}
            onChange={setChange}
            min={1}
            rows={3}
            error={missing(change)}
          />
        </>
      )}
      {error !== null && <ProblemMessage error={error} />}
      {hindrance && <p className={styles.soft}>{say(`form.${hindrance}`)}</p>}
      <Button type="submit" loading={busy} disabled={hindrance !== null}>
        {say('form.send')}
      </Button>
    </form>
  );
}
