import { type AutoRegulationProcedure, type Reservation } from '@tavolo/governance';
import { ConfirmDialog, useFormats, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ActButton } from '../acts/act-button.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { charterMessages } from '../messages/charter-messages.js';
import { Disclosure } from '../page/disclosure.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { isBinding } from './charter-standing.js';
import styles from './charter.module.css';
import { ReservationFields, type ReservationRow } from './reservation-fields.js';
import { useOwnSubject, type OwnSubject } from './use-subject.js';

interface CharterPartProps {
  readonly procedure: AutoRegulationProcedure;
}

/** Signing or declining for those for whom the reader speaks; also later, when they join. */
export function MySignature({ procedure }: CharterPartProps) {
  const { may } = useStanding();
  const say = useMessages(charterMessages);
  const write = useFormats(procedure.rulebook.zone);
  const mine = useOwnSubject(procedure);
  if (!mine || mine.signs || !may('charter.signed')) return null;
  const declined = procedure.declined.find(({ subject }) => subject === mine.id);
  const subject = mine.name;
  return (
    <Section title={say('mine')} id="my-signature">
      <p>{say('mine.lead', { subject })}</p>
      {declined && <p className={styles.hint}>{say('mine.declined', { subject, date: write.date(declined.at) })}</p>}
      {isBinding(procedure) && !declined && <p className={styles.hint}>{say('mine.accede', { subject })}</p>}
      <SignForm key={procedure.version} procedure={procedure} mine={mine} declines={!declined} />
    </Section>
  );
}

interface SignFormProps extends CharterPartProps {
  readonly mine: OwnSubject;
  readonly declines: boolean;
}

/** What is signed is said before it is signed; a reservation without words is marked before anything is asked. */
function SignForm({ procedure, mine, declines }: SignFormProps) {
  const say = useMessages(charterMessages);
  const { perform, busy, error, reset } = useAct();
  const [rows, setRows] = useState<readonly ReservationRow[]>([]);
  const [tries, setTries] = useState(0);
  const [asked, setAsked] = useState(false);
  const form = useFirstWrong<HTMLDivElement>(tries, null);
  const { rulebook, version } = procedure;
  const named = { subject: mine.name, version: version ?? 0, days: rulebook.withdrawalNoticeDays };
  const reservations: readonly Reservation[] = rows.map(({ clause, text }) => ({ clause, text: text.trim() }));
  const ask = (): void => {
    setTries(tries + 1);
    if (reservations.every(({ text }) => text !== '')) setAsked(true);
  };
  const close = (): void => {
    reset();
    setAsked(false);
  };
  const sign = async (): Promise<void> => {
    if (await perform('charter.signed', { subject: mine.id, reservations: [...reservations] })) close();
  };
  return (
    <div ref={form} className={styles.form}>
      {rulebook.reservations && (
        <Disclosure label={say('reservation.title')}>
          <ReservationFields version={version} rows={rows} showFaults={tries > 0} onChange={setRows} />
        </Disclosure>
      )}
      <div className={styles.actions}>
        <Button onClick={ask}>{say('mine.sign', { subject: mine.name })}</Button>
        {declines && (
          <ActButton
            act="charter.declined"
            label={say('mine.decline')}
            explain={say('mine.decline.explain', { subject: mine.name })}
            reason="required"
            quiet
            body={(reason) => ({ subject: mine.id, reason })}
          />
        )}
      </div>
      <ConfirmDialog
        opened={asked}
        title={say('mine.sign', { subject: mine.name })}
        explain={<p>{say(isBinding(procedure) ? 'mine.sign.now' : 'mine.sign.explain', named)}</p>}
        confirm={say('mine.sign', { subject: mine.name })}
        busy={busy}
        error={error}
        onConfirm={() => void sign()}
        onClose={close}
      />
    </div>
  );
}
