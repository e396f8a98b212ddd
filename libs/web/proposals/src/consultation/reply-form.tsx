import { replyOutcomes, unanswered, type ConsultationProcedure, type ReplyOutcome } from '@tavolo/governance';
import { ProblemMessage, ReasonField, tableMessages, useMessages } from '@tavolo/web-ui';
import { Button, Checkbox, Stack } from '@mantine/core';
import { useId, useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useReasonFault } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** Writes one reply to one or several like assessments. */
export function ReplyForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { directory } = useStanding();
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const sayPage = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [chosen, setChosen] = useState<string[]>([]);
  const [outcome, setOutcome] = useState<ReplyOutcome | ''>('');
  const [reason, setReason] = useState('');
  const [tries, setTries] = useState(0);
  const id = useId();
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const fault = useReasonFault(error, sayPage('reason.missing'));
  const chosenNone = tries > 0 && chosen.length === 0;
  const missing = unanswered(procedure);
  const open = procedure.assessments.filter(({ key }) => missing.includes(key));
  if (open.length === 0) return null;
  const positions = open.filter(({ key }) => chosen.includes(key)).map(({ position }) => position);
  const optional =
    outcome === 'accepted' || (outcome === 'noted' && positions.every((position) => position === 'favourable'));
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (outcome === '' || chosen.length === 0) return;
    if (!(await perform('reply.published', { assessments: chosen, outcome, reason: reason.trim() || null }))) return;
    setChosen([]);
    setOutcome('');
    setReason('');
    setTries(0);
  };
  return (
    <Section title={say('reply.title')} aside={say('reply.missing', { count: missing.length })} id="replies">
      <form ref={form} onSubmit={(event) => void send(event)} className={styles.form} noValidate>
        <Checkbox.Group
          label={say('reply.choose')}
          value={chosen}
          error={chosenNone && say('reply.chooseOne')}
          errorProps={{ id: `${id}-error` }}
          onChange={setChosen}
        >
          <Stack gap="xs" mt="xs">
            {open.map(({ key, seat, position }) => (
              <Checkbox
                key={key}
                value={key}
                aria-invalid={chosenNone}
                aria-describedby={chosenNone ? `${id}-error` : undefined}
                label={`${key} · ${directory.seatHolder(seat)} · ${sayTable(`position.${position}`)}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <ChoiceField
          label={say('reply.outcome')}
          value={outcome}
          options={replyOutcomes.map((value) => ({ value, label: sayTable(`outcome.${value}`) }))}
          error={tries > 0 && outcome === '' ? say('choose') : null}
          onChange={setOutcome}
        />
        <ReasonField
          label={say('reply.reason')}
          description={outcome === '' || optional ? undefined : say('reply.reasonRequired')}
          value={reason}
          onChange={setReason}
          optional={optional}
          error={!optional && reason.trim() === '' ? fault : null}
        />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('reply.send')}
        </Button>
      </form>
    </Section>
  );
}
