import { positions, type ConsultationProcedure, type Position } from '@tavolo/governance';
import { ProblemMessage, ReasonField, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Button, NativeSelect } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useReasonFault } from '../acts/reason-fault.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';
import { lastMoment } from './last-day.js';

/** My seat's assessment; it can be changed until the window closes, and what was typed stays when the server refuses. */
export function AssessmentForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { view } = useStanding();
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const sayText = useMessages(writingMessages);
  const sayPage = useMessages(pageMessages);
  const write = useFormats(procedure.rulebook.zone);
  const { perform, busy, error } = useAct();
  const mine = procedure.assessments.find(({ seat }) => seat === view.me.seat);
  const [position, setPosition] = useState<Position | ''>(mine?.position ?? '');
  const [clause, setClause] = useState(mine?.clause ?? '');
  const [reason, setReason] = useState(mine?.reason ?? '');
  const [condition, setCondition] = useState(mine?.condition ?? '');
  const clauses = procedure.versions.at(-1)?.clauses ?? [];
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLFormElement>(tries, error);
  const until = lastMoment(procedure);
  const fault = useReasonFault(error, sayPage('reason.missing'));
  const needsReason = position === 'conditional' || position === 'contrary';
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries(tries + 1);
    if (position === '') return;
    void perform('assessment.submitted', {
      position,
      clause: clause || null,
      reason: reason.trim() || null,
      condition: position === 'conditional' ? condition.trim() || null : null,
    });
  };
  return (
    <Section title={say(mine ? 'mine.change' : 'mine.title')} id="my-assessment">
      {mine && until && (
        <p>
          {say('mine.given', {
            position: sayTable(`position.${mine.position}`),
            date: write.date(until),
          })}
        </p>
      )}
      <form ref={form} onSubmit={send} className={styles.form} noValidate>
        <ChoiceField
          label={say('mine.position')}
          value={position}
          options={positions.map((value) => ({ value, label: sayTable(`position.${value}`) }))}
          error={tries > 0 && position === '' ? say('choose') : null}
          onChange={setPosition}
        />
        <NativeSelect
          label={say('mine.clause')}
          value={clause}
          onChange={(event) => setClause(event.currentTarget.value)}
          data={[
            { value: '', label: say('mine.whole') },
            ...clauses.map((id, index) => ({ value: id, label: sayText('clause', { number: index + 1 }) })),
          ]}
        />
        <ReasonField
          label={say('mine.reason')}
          description={needsReason ? say('mine.reasonRequired') : undefined}
          value={reason}
          onChange={setReason}
          optional={!needsReason}
          error={needsReason && reason.trim() === '' ? fault : null}
        />
        {position === 'conditional' && (
          <ReasonField label={say('mine.condition')} value={condition} onChange={setCondition} rows={3} optional />
        )}
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say(mine ? 'mine.change' : 'mine.send')}
        </Button>
      </form>
    </Section>
  );
}
