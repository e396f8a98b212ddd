import { closingTimes } from '@tavolo/governance';
import { localDateOf, plusDays, type Instant } from '@tavolo/kernel';
import { ConfirmDialog, problemIn, refusalText, useFormats, useMessages, useNaming } from '@tavolo/web-ui';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField } from '../acts/choice-field.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { planningMessages } from '../messages/planning-messages.js';
import { stepMessages } from '../messages/step-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { momentOf } from './local-time.js';
import { nextSecondCall, type SecondCall } from './second-call.js';
import styles from '../planning/planning.module.css';

type Until = 'hand' | 'time';

/** Opens a ballot: until it is closed by hand, or until a time that is announced with it and that then everybody can count on. */
export function OpenBallot({ quiet = false }: { readonly quiet?: boolean }) {
  const { now, view } = useStanding();
  const say = useMessages(planningMessages);
  const follows = useMessages(stepMessages);
  const naming = useNaming();
  const second = nextSecondCall(view.procedure);
  const label = say(
    second === null ? 'act.ballot' : second.again ? 'act.ballot.anotherSecondCall' : 'act.ballot.secondCall',
  );
  const { perform, busy, error, reset } = useAct();
  const { zone } = view.procedure.rulebook;
  const [opened, setOpened] = useState(false);
  const [until, setUntil] = useState<Until>('hand');
  const [date, setDate] = useState<string>(() => plusDays(localDateOf(now, zone), 7));
  const [time, setTime] = useState('18:00');
  const [tries, setTries] = useState(0);
  const form = useFirstWrong<HTMLDivElement>(tries, error);
  const outOfRange = (range: Readonly<Record<string, unknown>>): string =>
    refusalText({ code: 'closing_time_out_of_range', params: range }, naming);
  const closesAt = until === 'time' ? momentOf(date, time, zone) : null;
  const wrong = until === 'time' ? faultOf(closesAt, now, say('ballot.open.missing'), outOfRange) : null;
  const refused = problemIn(error);
  const answered = error !== null && refused.code === 'closing_time_out_of_range' ? outOfRange(refused.params) : null;
  const fault = tries > 0 ? (wrong ?? answered) : null;
  const close = (): void => {
    reset();
    setTries(0);
    setOpened(false);
  };
  const confirm = async (): Promise<void> => {
    setTries(tries + 1);
    if (wrong === null && (await perform('vote.opened', { closesAt }))) close();
  };
  return (
    <>
      <Button variant={quiet ? 'outline' : 'filled'} onClick={() => setOpened(true)}>
        {label}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={label}
        explain={
          <>
            {second && <OnSecondCall second={second} />}
            <p>{follows('ballot')}</p>
          </>
        }
        confirm={label}
        busy={busy}
        error={answered === null ? error : null}
        onConfirm={() => void confirm()}
        onClose={close}
      >
        <div ref={form} className={styles.form}>
          <ChoiceField<Until>
            label={say('ballot.open.how')}
            value={until}
            options={[
              { value: 'hand', label: say('ballot.open.byHand') },
              { value: 'time', label: say('ballot.open.until') },
            ]}
            onChange={setUntil}
          />
          {until === 'time' && (
            <>
              <p className={styles.hint}>{say('ballot.open.promise')}</p>
              <TextInput
                type="date"
                label={say('ballot.open.date')}
                value={date}
                error={fault}
                onChange={(event) => setDate(event.currentTarget.value)}
              />
              <TextInput
                type="time"
                label={say('ballot.open.time')}
                value={time}
                onChange={(event) => setTime(event.currentTarget.value)}
              />
            </>
          )}
        </div>
      </ConfirmDialog>
    </>
  );
}

/** That the ballot is on second call, and which quorum is then enough. */
function OnSecondCall({ second: { again, overall, perSectorMin: count } }: { readonly second: SecondCall }) {
  const say = useMessages(planningMessages);
  const { fraction } = useFormats();
  return (
    <p>
      {[
        say(again ? 'ballot.secondCall.another' : 'ballot.secondCall.first'),
        say(overall.strict ? 'ballot.secondCall.strict' : 'ballot.secondCall.least', {
          fraction: fraction(overall.fraction),
        }),
        ...(count > 0 ? [say('ballot.secondCall.perSector', { count })] : []),
      ].join(' ')}
    </p>
  );
}

/** What is wrong with an announced closing time, said before it is sent. */
function faultOf(
  closesAt: Instant | null,
  now: Instant,
  missing: string,
  outOfRange: (range: Readonly<Record<string, unknown>>) => string,
): string | null {
  if (closesAt === null) return missing;
  const range = closingTimes(now);
  return closesAt < range.from || closesAt > range.until ? outOfRange({ ...range }) : null;
}
