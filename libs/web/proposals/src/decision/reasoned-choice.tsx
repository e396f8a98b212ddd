import { type ProposalActBody, type ProposalActName } from '@tavolo/contracts';
import { ProblemMessage, ReasonField, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useReasonFault } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { decisionMessages } from '../messages/decision-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { Section } from '../page/section.js';
import styles from '../planning/planning.module.css';

interface ReasonedChoiceProps<Name extends ProposalActName, Value extends string> {
  readonly id: string;
  readonly act: Name;
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  /** What is said when nothing was chosen, if that needs more than a request to choose. */
  readonly missing?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly send: string;
  readonly body: (value: Value, reason: string) => ProposalActBody<Name>;
}

/** One of a few choices with a written reason; what is missing is said at its field before anything is sent. */
export function ReasonedChoice<Name extends ProposalActName, Value extends string>(
  props: ReasonedChoiceProps<Name, Value>,
) {
  const { id, act, title, lead, label, options, send, body } = props;
  const say = useMessages(decisionMessages);
  const sayPage = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [value, setValue] = useState<Value | ''>('');
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const refused = useReasonFault(error, sayPage('reason.missing'));
  const missing = tries > 0 && reason.trim() === '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (value === '' || reason.trim() === '') return;
    await perform(act, body(value, reason.trim()));
  };
  return (
    <Section title={title} id={id}>
      <form ref={form} onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
        <p>{lead}</p>
        <ChoiceField
          label={label}
          value={value}
          options={options}
          error={tries > 0 && value === '' ? (props.missing ?? say('choose')) : null}
          onChange={setValue}
        />
        <ReasonField
          label={sayPage('reason')}
          value={reason}
          onChange={setReason}
          min={1}
          error={missing ? sayPage('reason.missing') : refused}
        />
        {error !== null && refused === null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {send}
        </Button>
      </form>
    </Section>
  );
}
