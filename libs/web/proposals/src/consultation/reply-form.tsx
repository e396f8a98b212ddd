import { replyOutcomes, unanswered, type ConsultationProcedure, type ReplyOutcome } from '@tavolo/governance';
import { ConfirmDialog, ProblemMessage, ReasonField, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
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
import { AssessmentWords } from './assessment-words.js';
import styles from './consultation.module.css';

/** Writes one reply to one or several like assessments, whose words stand above it; before it is published it says what follows. */
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
  const [asking, setAsking] = useState(false);
  const write = useFormats();
  const id = useId();
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const refused = useReasonFault(error, sayPage('reason.missing'));
  const chosenNone = tries > 0 && chosen.length === 0;
  const missing = unanswered(procedure);
  const open = procedure.assessments.filter(({ key }) => missing.includes(key));
  if (open.length === 0) return null;
  const positions = open.filter(({ key }) => chosen.includes(key)).map(({ position }) => position);
  const optional =
    outcome === 'accepted' || (outcome === 'noted' && positions.every((position) => position === 'favourable'));
  const missesReason = outcome !== '' && !optional && reason.trim() === '';
  const fault = tries > 0 && missesReason ? (refused ?? sayPage('reason.missing')) : null;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    setAsking(outcome !== '' && chosen.length > 0 && !missesReason);
  };
  const publish = async (): Promise<void> => {
    if (outcome === '') return;
    const done = await perform('reply.published', { assessments: chosen, outcome, reason: reason.trim() || null });
    setAsking(false);
    // Behind the question stands the field that was refused.
    setTries(tries + 1);
    if (!done) return;
    setChosen([]);
    setOutcome('');
    setReason('');
    setTries(0);
  };
  return (
    <Section title={say('reply.title')} aside={say('reply.missing', { count: missing.length })} id="replies">
      <form ref={form} onSubmit={send} className={styles.form} noValidate>
        <Checkbox.Group
          label={say('reply.choose')}
          value={chosen}
          error={chosenNone && say('reply.chooseOne')}
          errorProps={{ id: `${id}-error` }}
          onChange={setChosen}
        >
          <Stack gap="xs" mt="xs">
            {open.map((assessment) => (
              <div key={assessment.key}>
                <Checkbox
                  value={assessment.key}
                  aria-invalid={chosenNone}
                  aria-describedby={[`${id}-${assessment.key}`, ...(chosenNone ? [`${id}-error`] : [])].join(' ')}
                  label={`${assessment.key} · ${directory.seatHolder(assessment.seat)} · ${sayTable(`position.${assessment.position}`)}`}
                />
                <div id={`${id}-${assessment.key}`} className={styles.answered}>
                  <AssessmentWords assessment={assessment} procedure={procedure} />
                </div>
              </div>
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
          error={fault}
        />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('reply.send')}
        </Button>
      </form>
      <ConfirmDialog
        opened={asking}
        title={say('reply.send')}
        explain={
          <>
            <p>
              {outcome !== '' &&
                say('reply.sure', { keys: write.list(chosen), outcome: sayTable(`outcome.${outcome}`) })}
            </p>
            <p>{say('reply.sure.final')}</p>
          </>
        }
        confirm={say('reply.send')}
        busy={busy}
        onConfirm={() => void publish()}
        onClose={() => setAsking(false)}
      />
    </Section>
  );
}
