import { type PlanningProcedure, type Sector } from '@tavolo/governance';
import { Notice, ProblemMessage, SectorBadge, tableMessages, useFormats, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useAct } from '../acts/use-act.js';
import { acceptedFate } from '../amendments/may-amend.js';
import { useClauseNames } from '../amendments/use-clause-names.js';
import { pageMessages } from '../messages/page-messages.js';
import { planningMessages } from '../messages/planning-messages.js';
import { goTo } from '../page/go-to.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { useLiveText } from '../writing/live-text.js';
import styles from './planning.module.css';

/** Who has confirmed the words as they stand now, and my own confirmation. */
export function Settlement({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { view, may, actor, directory } = useStanding();
  const say = useMessages(planningMessages);
  const sayPage = useMessages(pageMessages);
  const sayTable = useMessages(tableMessages);
  const { perform, busy, error } = useAct();
  const { textHash, saved, empty } = useLiveText();
  const mySeat = view.seats.find(({ id }) => id === view.me.seat);
  const asFacilitator = view.me.roles.includes('facilitator');
  const mine = procedure.confirmations.find(({ by }) => by === actor?.member);
  const confirmed = mine?.textHash === textHash;
  const openChanges = view.amendments.filter(({ outcome }) => outcome === 'open');
  const hindrance = textHash === null ? 'opening' : empty ? 'empty' : saved ? null : 'unsaved';
  const quality: ('facilitator' | Sector)[] = ['facilitator', ...procedure.rulebook.parties];
  return (
    <Section title={say('settlement')} id="settlement">
      <p>{say('settlement.lead')}</p>
      <ul className={styles.list}>
        {quality.map((as) => {
          const confirmation = procedure.confirmations.find((one) => one.as === as);
          const current = confirmation !== undefined && (textHash === null || confirmation.textHash === textHash);
          return (
            <li
              key={as}
              className={styles.item}
              data-done={current}
              data-outdated={confirmation !== undefined && !current}
            >
              <span>{as === 'facilitator' ? say('settlement.facilitator') : <SectorBadge sector={as} />}</span>
              <span className={styles.itemState}>
                {confirmation === undefined && say('settlement.missing')}
                {confirmation !== undefined &&
                  (current
                    ? say('settlement.confirmed', { name: directory.member(confirmation.by) })
                    : say('settlement.outdated'))}
              </span>
            </li>
          );
        })}
      </ul>
      {openChanges.length > 0 && (
        <Notice tone="care" title={say('settlement.openChanges', { count: openChanges.length })}>
          <p>{say('settlement.openChanges.then', { count: openChanges.length })}</p>
          <ReadChanges />
        </Notice>
      )}
      <ToBeWritten />
      {may('settlement.confirmed') && !confirmed && (
        <div className={styles.actions}>
          <Button
            loading={busy}
            disabled={hindrance !== null}
            onClick={() => textHash !== null && void perform('settlement.confirmed', { textHash })}
          >
            {asFacilitator
              ? say('settlement.confirmFacilitator')
              : say('settlement.confirm', { party: mySeat ? sayTable(`sector.${mySeat.sector}`) : '' })}
          </Button>
          {hindrance && <p className={styles.hint}>{say(`settlement.${hindrance}`)}</p>}
        </div>
      )}
      {may('settlement.withdrawn') && mine !== undefined && (
        <div>
          <Button variant="outline" loading={busy} onClick={() => void perform('settlement.withdrawn', {})}>
            {say('settlement.withdraw')}
          </Button>
        </div>
      )}
      {error !== null && <ProblemMessage error={error} />}
      {view.me.asDeputy && mySeat && (
        <p className={styles.hint}>{sayPage('yourSeat', { seat: directory.seat(mySeat.id) })}</p>
      )}
    </Section>
  );
}

/** Changes that were accepted since the last freezing: nobody but the reader can see whether they stand in the text. */
function ToBeWritten() {
  const { view } = useStanding();
  const say = useMessages(planningMessages);
  const write = useFormats();
  const { numberNow } = useClauseNames();
  const accepted = view.amendments.filter((amendment) => acceptedFate(amendment, view) === 'toBeWritten');
  if (accepted.length === 0) return null;
  const changes = accepted.map(({ key, clause }) => {
    const number = numberNow(clause);
    return number === null ? key : say('settlement.toWrite.clause', { key, number });
  });
  return (
    <Notice tone="care" title={say('settlement.toWrite', { changes: write.list(changes) })}>
      <p>{say('settlement.toWrite.then', { count: accepted.length })}</p>
      <ReadChanges />
    </Notice>
  );
}

function ReadChanges() {
  const say = useMessages(planningMessages);
  return (
    <p>
      <a
        href="#changes"
        onClick={(event) => {
          event.preventDefault();
          goTo('changes');
        }}
      >
        {say('settlement.openChanges.read')}
      </a>
    </p>
  );
}
