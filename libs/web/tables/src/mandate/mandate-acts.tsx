import { compositionOf, type MandateView } from '@tavolo/contracts';
import { possibleMandateActs, type Actor, type MandateActName } from '@tavolo/governance';
import { instant, memberId, seatId } from '@tavolo/kernel';
import { useMessages, useNow } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import { GrantMandate } from './grant-mandate.js';
import { MandateActButton } from './mandate-act-button.js';
import styles from './mandate.module.css';

interface MandateActsProps {
  readonly view: MandateView;
  readonly onDone: () => void;
}

/** What the reader may do with the mandate now, by the same rules as on the server; nothing for everybody else. */
export function MandateActs({ view, onDone }: MandateActsProps) {
  const say = useMessages(mandateMessages);
  const allowed = usePossible(view);
  const { revocation, grant } = view.mandate;
  const may = (act: MandateActName): boolean => allowed.has(act);
  const all = { view, onDone };
  const count = view.mandate.terms.revocation.noticeDays;
  const steps = [
    may('mandate.granted') && grant === null && <GrantMandate key="grant" {...all} />,
    may('mandate.reported') && (
      <MandateActButton
        key="report"
        {...all}
        act="mandate.reported"
        name="report"
        textLabel={say('do.report.text')}
        max={20_000}
        body={({ text }) => ({ text })}
      />
    ),
    may('mandate.heard') && revocation !== null && (
      <MandateActButton
        key="heard"
        {...all}
        act="mandate.heard"
        name="heard"
        textLabel={say('do.heard.text')}
        body={({ text }) => ({ text })}
      />
    ),
    may('mandate.resumed') && (
      <MandateActButton
        key="resume"
        {...all}
        act="mandate.resumed"
        name="resume"
        body={({ text }) => ({ reason: text })}
      />
    ),
    may('mandate.suspended') && (
      <MandateActButton
        key="suspend"
        {...all}
        act="mandate.suspended"
        name="suspend"
        grounded
        danger
        body={({ text, ground }) => ({ reason: text, ground })}
      />
    ),
    may('mandate.revocation_announced') && (
      <MandateActButton
        key="announce"
        {...all}
        act="mandate.revocation_announced"
        name="announce"
        explain={say('do.announce.explain', { count })}
        grounded
        danger
        body={({ text, ground }) => ({ reason: text, ground })}
      />
    ),
    may('mandate.revocation_withdrawn') && (
      <MandateActButton
        key="withdraw"
        {...all}
        act="mandate.revocation_withdrawn"
        name="withdraw"
        body={({ text }) => ({ reason: text })}
      />
    ),
    may('mandate.revoked') && (
      <MandateActButton
        key="revoke"
        {...all}
        act="mandate.revoked"
        name="revoke"
        danger
        body={({ text }) => ({ reason: text })}
      />
    ),
  ].filter((step) => step !== false);
  if (steps.length === 0) return null;
  return (
    <div className={styles.part} data-print="no">
      <h3>{say('acts')}</h3>
      <div className={styles.actions}>{steps}</div>
    </div>
  );
}

function usePossible(view: MandateView): ReadonlySet<MandateActName> {
  const current = useNow();
  const { member, seat, roles } = view.me;
  if (member === null) return new Set();
  const actor: Actor = { member: memberId(member), seat: seat === null ? null : seatId(seat), roles };
  const now = instant(Math.max(current, Date.parse(view.now)));
  const possible = possibleMandateActs(view.mandate, actor, compositionOf(view), now);
  return new Set(possible.filter(({ allowed }) => allowed).map(({ act }) => act));
}
