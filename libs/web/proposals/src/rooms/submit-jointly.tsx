import { tablesRoutes } from '@tavolo/contracts';
import { type PlanningProcedure } from '@tavolo/governance';
import { useRead } from '@tavolo/web-data';
import { ProblemMessage, useFormats, useMessages, useWords } from '@tavolo/web-ui';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { Link } from 'react-router';
import styles from './rooms.module.css';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { mandateMessages } from '../messages/mandate-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import planningStyles from '../planning/planning.module.css';

/** Where the adopted text was handed in; and for the spokesperson, the way to hand it in. */
export function SubmitJointly({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { may } = useStanding();
  const say = useMessages(mandateMessages);
  const write = useFormats(procedure.rulebook.zone);
  const submissions = procedure.submissions ?? [];
  const submits = may('joint_proposal.submitted');
  return (
    <Section title={say('submit')} id="joint">
      {submissions.map(({ table, proposal, at }) => (
        <p key={table}>
          {say('submit.done', { table, date: write.date(at) })}{' '}
          <Link to={`/proposals/${proposal}`} className={styles.key}>
            {proposal}
          </Link>
        </p>
      ))}
      {!submits && submissions.length === 0 && <p>{say('submit.waiting')}</p>}
      {submits && submissions.length === 0 && <SubmitForm given={[]} />}
      {submits && submissions.length > 0 && (
        <Disclosure label={say('submit.another')}>
          <SubmitForm given={submissions.map(({ table }) => table)} />
        </Disclosure>
      )}
    </Section>
  );
}

function SubmitForm({ given }: { readonly given: readonly string[] }) {
  const { view } = useStanding();
  const say = useMessages(mandateMessages);
  const words = useWords();
  const { perform, busy, error } = useAct();
  const receivers = useReceivers(given);
  const [receiver, setReceiver] = useState('');
  const [title, setTitle] = useState(() => words(view.title));
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const short = title.trim().length < 3;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (receiver === '' || short) return;
    const kept = title.trim() === words(view.title);
    void perform('joint_proposal.submitted', { receiver, title: kept ? null : title.trim() });
  };
  if (receivers.length === 0) return null;
  return (
    <form ref={form} onSubmit={send} className={planningStyles.form} noValidate>
      <p>{say('submit.lead')}</p>
      <NativeSelect
        label={say('submit.receiver')}
        value={receiver}
        error={tries > 0 && receiver === '' ? say('submit.fault.receiver') : null}
        onChange={(event) => setReceiver(event.currentTarget.value)}
        data={[{ value: '', label: say('submit.choose') }, ...receivers]}
      />
      <TextInput
        label={say('submit.title')}
        value={title}
        maxLength={200}
        error={tries > 0 && short ? say('submit.fault.title') : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {error !== null && <ProblemMessage error={error} />}
      <Button type="submit" loading={busy}>
        {say('submit.send')}
      </Button>
    </form>
  );
}

/** Tables that negotiate and have not got the text yet; for a bench, its own table. */
function useReceivers(given: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  const { view } = useStanding();
  const words = useWords();
  const { data = [] } = useRead(tablesRoutes.tables);
  const room = data.find(({ key }) => key === view.table.key)?.room;
  return data
    .filter(({ key, mode, room: other }) => mode === 'planning' && !other && !given.includes(key))
    .filter(({ key }) => room?.kind !== 'bench' || room.of.key === key)
    .map(({ key, name }) => ({ value: key, label: `${key} · ${words(name)}` }));
}
