import { Button, TextInput } from '@mantine/core';
import { identityRoutes, tablesRoutes } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import { usePerform, useRead } from '@tavolo/web-data';
import { fromLocalParts, localParts, ProblemMessage, useFormats, useMessages } from '@tavolo/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { clockMessages } from './clock-messages.js';
import styles from './clock-mover.module.css';

const day = 86_400_000;

interface ClockPanelProps {
  readonly now: number;
  /** Hears to which moment the clock was moved. */
  readonly onMoved: (to: string) => void;
}

/** Moves the demonstration's clock: by a day or a week, past the next deadline, or to a moment of choice. */
export function ClockPanel({ now, onMoved }: ClockPanelProps) {
  const say = useMessages(clockMessages);
  const write = useFormats();
  const cache = useQueryClient();
  const start = localParts(now);
  const [chosen, setChosen] = useState<{ date: string; time: string } | null>(null);
  const { date, time } = chosen ?? start;
  const { perform, busy, error } = usePerform(identityRoutes.moveClock, {
    onDone: ({ now: to }) => {
      onMoved(to);
      void cache.invalidateQueries();
    },
  });
  const waiting = useRead(tablesRoutes.waiting);
  const next = (waiting.data ?? [])
    .flatMap(({ proposal, expectation }) => [expectation.until, proposal.deadline])
    .filter((until) => until !== null)
    .map((until) => Date.parse(until))
    .filter((until) => until > now)
    .sort((one, other) => one - other)[0];
  const moveTo = (to: number | string): void => void perform({ body: { now: instant(to) } });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    moveTo(fromLocalParts(date, time));
  };
  return (
    <form className={styles.panel} aria-label={say('title')} onSubmit={submit}>
      <p>{say('lead')}</p>
      {error !== null && <ProblemMessage error={error} />}
      <div className={styles.quick}>
        <Button variant="outline" disabled={busy} onClick={() => moveTo(now + day)}>
          {say('day')}
        </Button>
        <Button variant="outline" disabled={busy} onClick={() => moveTo(now + 7 * day)}>
          {say('week')}
        </Button>
        {next !== undefined && (
          <Button variant="outline" disabled={busy} onClick={() => moveTo(next + 1000)}>
            {say('deadline', { when: write.shortDateTime(new Date(next).toISOString()) })}
          </Button>
        )}
      </div>
      <div className={styles.fields}>
        <TextInput
          label={say('date')}
          type="date"
          required
          withAsterisk={false}
          value={date}
          onChange={(event) => setChosen({ date: event.currentTarget.value, time })}
        />
        <TextInput
          label={say('time')}
          type="time"
          required
          withAsterisk={false}
          value={time}
          onChange={(event) => setChosen({ date, time: event.currentTarget.value })}
        />
        <Button type="submit" loading={busy}>
          {say('move')}
        </Button>
      </div>
    </form>
  );
}
