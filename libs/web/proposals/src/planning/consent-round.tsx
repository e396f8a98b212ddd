import { type ConsentRound as Round, type Stand } from '@tavolo/governance';
import { ExplanationTree, Notice, ProblemMessage, ReasonField, tableMessages, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { ActButton } from '../acts/act-button.js';
import { ChoiceField } from '../acts/choice-field.js';
import { useAct } from '../acts/use-act.js';
import { useFirstWrong } from '../acts/use-first-wrong.js';
import { Written } from '../acts/written.js';
import { pageMessages } from '../messages/page-messages.js';
import { planningMessages } from '../messages/planning-messages.js';
import { stepMessages } from '../messages/step-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './planning.module.css';

const stands = ['consent', 'stand_aside', 'objection'] as const;

/** A consent round: the stands by name, mine, and its outcome. */
export function ConsentRound({ round, id }: { readonly round: Round; readonly id?: string }) {
  const { may, directory, view } = useStanding();
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
  const follows = useMessages(stepMessages);
  const given = round.electorate.filter(({ seat }) => round.stands[seat] !== undefined).length;
  const mine = view.me.seat === null ? undefined : round.stands[view.me.seat];
  const open = round.closedAt === null;
  return (
    <Section title={say('consent', { n: round.n })} aside={say('ballot.version', { n: round.version })} id={id}>
      {round.outcome && (
        <>
          <Notice
            tone={round.outcome.verdict === 'adopted' ? 'good' : 'care'}
            title={say(`consent.outcome.${round.outcome.verdict}`)}
          />
          <ExplanationTree explanation={round.outcome.explanation} opened />
        </>
      )}
      {open && <p>{say('consent.lead')}</p>}
      {open && may('consent.given') && <StandForm current={mine ?? null} />}
      <p className={styles.tally}>{say('consent.given', { count: given, of: round.electorate.length })}</p>
      <ul className={styles.list}>
        {round.electorate.map(({ seat }) => {
          const stand = round.stands[seat];
          return (
            <li key={seat} className={styles.item} data-done={stand !== undefined} data-stand={stand?.stand}>
              <span>{directory.seatHolder(seat)}</span>
              <span className={styles.itemState}>
                {stand ? sayTable(`stand.${stand.stand}`) : say('consent.waiting')}
              </span>
              {stand?.reason && (
                <blockquote className={styles.quote}>
                  <Written>{stand.reason}</Written>
                </blockquote>
              )}
              {stand?.change && (
                <p className={styles.quoteNote}>
                  {say('consent.change')}: <Written>{stand.change}</Written>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {open && may('consent_round.closed') && (
        <div>
          <ActButton
            act="consent_round.closed"
            label={say('act.closeRound')}
            explain={follows('closeRound')}
            body={() => ({})}
            quiet
          />
        </div>
      )}
    </Section>
  );
}

function StandForm({ current }: { readonly current: Stand | null }) {
  const say = useMessages(planningMessages);
  const sayPage = useMessages(pageMessages);
  const { perform, busy, error } = useAct();
  const [stand, setStand] = useState<Stand['stand']>(current?.stand ?? 'consent');
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
    if (objects && (reason.trim() === '' || change.trim() === '')) return;
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
