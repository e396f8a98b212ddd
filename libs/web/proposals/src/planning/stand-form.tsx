import { type Stand } from '@tavolo/governance';
import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { pageMessages } from '../messages/page-messages.js';
import { planningMessages } from '../messages/planning-messages.js';
import styles from './planning.module.css';

const stands = ['consent', 'stand_aside', 'objection'] as const;

/** My stand: nothing is chosen for me; an objection needs its reason and the change that would meet it. */
export function StandForm({ current }: { readonly current: Stand | null }) {
  const say = useMessages(planningMessages);
  const sayPage = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [stand, setStand] = useState<Stand['stand'] | ''>(current?.stand ?? '');
  const [reason, setReason] = useState(current?.reason ?? '');
  const [change, setChange] = useState(current?.change ?? '');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const objects = stand === 'objection';
  const missing = (words: string): string | null =>
    tries > 0 && objects && words.trim() === '' ? sayPage('reason.missing') : null;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (stand === '' || (objects && (reason.trim() === '' || change.trim() === ''))) return;
    void perform('consent.given', {
      stand,
      reason: reason.trim() || null,
      change: objects ? change.trim() || null : null,
    });
  };
  return (
    <form ref={form} onSubmit={send} className={styles.form} noValidate>
      {current && (
        <p className={styles.tally} role="status">
          {say('consent.mine.given', { stand: say(`consent.stand.${current.stand}`) })}
        </p>
      )}
      <ChoiceField
        label={say('consent.mine')}
        value={stand}
        options={stands.map((value) => ({ value, label: say(`consent.stand.${value}`) }))}
        error={tries > 0 && stand === '' ? say('consent.choose') : null}
        onChange={setStand}
      />
      {objects && (
        <ReasonField
          label={say('consent.reason')}
          value={reason}
          onChange={setReason}
          min={1}
          rows={3}
          error={missing(reason)}
        />
      )}
      {objects && (
        <ReasonField
          label={say('consent.change')}
          value={change}
          onChange={setChange}
          min={1}
          rows={3}
          error={missing(change)}
        />
      )}
      {error !== null && <ProblemMessage error={error} />}
      <Button type="submit" loading={busy}>
        {say(current ? 'consent.change.again' : 'consent.send')}
      </Button>
    </form>
  );
}
