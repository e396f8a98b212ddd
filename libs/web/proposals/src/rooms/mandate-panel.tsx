import {
  givenMandate,
  mandateStanding,
  proposedMandate,
  type NegotiatingMandate,
  type PlanningProcedure,
} from '@tavolo/governance';
import { Notice, useFormats, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { mandateMessages } from '../messages/mandate-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { Section } from '../page/section.js';
import { MandateForm } from './mandate-form.js';
import { MandateLimits } from './mandate-limits.js';
import styles from './rooms.module.css';

/** The negotiating mandate of a room for a text that it has adopted: the one that holds, the one that was put forward, and how to give one. */
export function MandatePanel({ procedure }: { readonly procedure: PlanningProcedure }) {
  const { may } = useStanding();
  const say = useMessages(mandateMessages);
  const given = givenMandate(procedure.mandates);
  const open = proposedMandate(procedure.mandates);
  return (
    <Section title={say('title')} id="mandate">
      <p className={styles.soft}>{say('private')}</p>
      {!given && !open && <p>{say('none')}</p>}
      {given && <Given mandate={given} procedure={procedure} />}
      {open && <Proposed mandate={open} />}
      {may('negotiating_mandate.proposed') && <MandateForm another={given !== null || open !== null} />}
      <Earlier procedure={procedure} />
    </Section>
  );
}

interface GivenProps {
  readonly mandate: NegotiatingMandate;
  readonly procedure: PlanningProcedure;
}

function Given({ mandate, procedure }: GivenProps) {
  const { may, actor, now } = useStanding();
  const say = useMessages(mandateMessages);
  const expired = mandateStanding(mandate, now, procedure.rulebook.zone) === 'expired';
  const own = actor?.member === mandate.spokesperson;
  const asked = mandate.endSupporters.length;
  return (
    <div className={styles.part}>
      {expired && <Notice tone="care" title={say('expired')} />}
      <MandateLimits mandate={mandate} />
      {asked > 0 && <p className={styles.soft}>{say('end.count', { count: asked })}</p>}
      {may('negotiating_mandate.end_supported') && (
        <div>
          <ActButton
            act="negotiating_mandate.end_supported"
            label={say(own ? 'end.layDown' : 'end.ask')}
            explain={say(own ? 'end.layDownExplain' : 'end.askExplain')}
            reason="required"
            reasonLabel={say('end.reason')}
            body={(reason) => ({ mandate: mandate.n, reason })}
            quiet
          />
        </div>
      )}
    </div>
  );
}

function Proposed({ mandate }: { readonly mandate: NegotiatingMandate }) {
  const { may, directory, view, table } = useStanding();
  const say = useMessages(mandateMessages);
  const eligible = table.seats.filter(({ right, holder }) => right === 'vote' && holder !== null).length;
  const needed = Math.floor(eligible / 2) + 1;
  const mine = mandate.supporters.some(({ seat }) => seat === view.me.seat);
  return (
    <div className={styles.part}>
      <p>{say('proposed', { name: directory.member(mandate.proposedBy) })}</p>
      <MandateLimits mandate={mandate} />
      <p role="status">
        {say('support', { count: mandate.supporters.length, needed, eligible })} {mine && say('support.mine')}
      </p>
      {may('negotiating_mandate.supported') && (
        <div>
          <ActButton
            act="negotiating_mandate.supported"
            label={say('support.act')}
            explain={say('support.explain')}
            body={() => ({ mandate: mandate.n })}
          />
        </div>
      )}
    </div>
  );
}

function Earlier({ procedure: { mandates = [], rulebook } }: { readonly procedure: PlanningProcedure }) {
  const { directory } = useStanding();
  const say = useMessages(mandateMessages);
  const write = useFormats(rulebook.zone);
  const ended = mandates.filter(({ givenAt, ended: end }) => givenAt !== null && end !== null);
  if (ended.length === 0) return null;
  return (
    <div className={styles.part}>
      <h3>{say('ended')}</h3>
      <ul>
        {ended.map(
          ({ n, spokesperson, ended: end }) =>
            end && (
              <li key={n}>
                {say(`ended.${end.why}`, { name: directory.member(spokesperson), date: write.date(end.at) })}
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
