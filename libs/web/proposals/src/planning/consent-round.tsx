import { standsMissing, type ConsentRound as Round } from '@tavolo/governance';
import { ExplanationTree, Notice, tableMessages, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { planningMessages } from '../messages/planning-messages.js';
import { stepMessages } from '../messages/step-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import styles from './planning.module.css';
import { StandForm } from './stand-form.js';

/** A consent round: the stands by name, mine, and its outcome. */
export function ConsentRound({ round, id }: { readonly round: Round; readonly id?: string }) {
  const { may, directory, view } = useStanding();
  const say = useMessages(planningMessages);
  const sayTable = useMessages(tableMessages);
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
          <CloseRound round={round} />
        </div>
      )}
    </Section>
  );
}

/** Closing by hand, with a written reason while seats have not taken a stand (domain.md 2.1, Written reasons: early closing). */
function CloseRound({ round }: { readonly round: Round }) {
  const say = useMessages(planningMessages);
  const follows = useMessages(stepMessages);
  const count = standsMissing(round);
  const early = count > 0 ? [say('act.closeRound.early', { count })] : [];
  return (
    <ActButton
      act="consent_round.closed"
      label={say('act.closeRound')}
      explain={[...early, follows('closeRound')].join(' ')}
      reason={count > 0 ? 'required' : 'none'}
      reasonLabel={say('act.closeRound.reason')}
      body={(reason) => ({ reason: reason || null })}
      quiet
    />
  );
}
