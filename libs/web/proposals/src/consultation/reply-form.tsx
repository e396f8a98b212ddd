import { replyOutcomes, unanswered, type ConsultationProcedure, type ReplyOutcome } from '@tavolo/governance';
import { ProblemMessage, ReasonField, tableMessages, useMessages } from '@tavolo/web-ui';
import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useAct } from '../acts/use-act.js';
import { consultationMessages } from '../messages/consultation-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './consultation.module.css';

/** Writes one reply to one or several like assessments. */
export function ReplyForm({ procedure }: { readonly procedure: ConsultationProcedure }) {
  const { directory } = useStanding();
  const say = useMessages(consultationMessages);
  const sayTable = useMessages(tableMessages);
  const { perform, busy, error } = useAct();
  const [chosen, setChosen] = useState<string[]>([]);
  const [outcome, setOutcome] = useState<ReplyOutcome | ''>('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = unanswered(procedure);
  const open = procedure.assessments.filter(({ key }) => missing.includes(key));
  if (open.length === 0) return null;
  const positions = open.filter(({ key }) => chosen.includes(key)).map(({ position }) => position);
  const optional =
    outcome === 'accepted' || (outcome === 'noted' && positions.every((position) => position === 'favourable'));
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (outcome === '' || chosen.length === 0) return;
    if (!(await perform('reply.published', { assessments: chosen, outcome, reason: reason.trim() || null }))) return;
    setChosen([]);
    setOutcome('');
    setReason('');
    setTried(false);
  };
  return (
    <Section title={say('reply.title')} aside={say('reply.missing', { count: missing.length })} id="replies">
      <form onSubmit={(event) => void send(event)} className={styles.form}>
        <Checkbox.Group
          label={say('reply.choose')}
          value={chosen}
          error={tried && chosen.length === 0 && say('reply.chooseOne')}
          onChange={setChosen}
        >
          <Stack gap="xs" mt="xs">
            {open.map(({ key, seat, position }) => (
              <Checkbox
                key={key}
                value={key}
                label={`${key} · ${directory.seatHolder(seat)} · ${sayTable(`position.${position}`)}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group
          label={say('reply.outcome')}
          value={outcome}
          error={tried && outcome === '' && say('choose')}
          onChange={(value) => setOutcome(value)}
        >
          <Stack gap="xs" mt="xs">
            {replyOutcomes.map((value) => (
              <Radio key={value} value={value} label={sayTable(`outcome.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <ReasonField label={say('reply.reason')} value={reason} onChange={setReason} optional={optional} />
        {error !== null && <ProblemMessage error={error} />}
        <Button type="submit" loading={busy}>
          {say('reply.send')}
        </Button>
      </form>
    </Section>
  );
}
