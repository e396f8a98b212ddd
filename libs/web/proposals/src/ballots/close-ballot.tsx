import { closingNeeds, outstanding, type Ballot, type EarlyClosingRequest } from '@tavolo/governance';
import { Deadline, Notice, useFormats, useMessages } from '@tavolo/web-ui';
import { ActButton } from '../acts/act-button.js';
import { Written } from '../acts/written.js';
import { planningMessages } from '../messages/planning-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { useOfficer } from './officer.js';
import styles from '../planning/planning.module.css';

/** Closing by hand as the rule asks for it: at once, with a written reason, or, before an announced time, by two persons. */
export function CloseBallot({ ballot }: { readonly ballot: Ballot }) {
  const { may, view } = useStanding();
  const say = useMessages(planningMessages);
  const officer = useOfficer();
  const write = useFormats(view.procedure.rulebook.zone);
  const { key, closesAt, earlyClosing } = ballot;
  const needs = closingNeeds(ballot);
  if (needs === 'two_persons') {
    const close = { ballot: key, reason: null };
    return (
      <div className={styles.actions}>
        {closesAt !== null && may('ballot.early_closing_requested') && (
          <ActButton
            act="ballot.early_closing_requested"
            label={say('act.askEarly')}
            explain={say('act.askEarly.explain', { until: write.dateTime(closesAt) })}
            quiet
            reason="required"
            reasonLabel={say('act.askEarly.reason')}
            body={(reason) => ({ ballot: key, reason })}
          />
        )}
        {earlyClosing && may('vote.closed') && (
          <ActButton
            act="vote.closed"
            label={say('act.closeEarly')}
            explain={say('act.closeEarly.explain', { name: officer(earlyClosing.by), reason: earlyClosing.reason })}
            body={() => close}
          />
        )}
      </div>
    );
  }
  if (!may('vote.closed')) return null;
  const count = outstanding(ballot).length;
  return (
    <div className={styles.actions}>
      <ActButton
        act="vote.closed"
        label={say('act.closeBallot')}
        explain={needs === 'reason' ? say('act.closeBallot.early', { count }) : say('act.closeBallot.all')}
        reason={needs === 'reason' ? 'required' : 'none'}
        reasonLabel={say('act.closeBallot.reason')}
        body={(reason) => ({ ballot: key, reason: reason || null })}
      />
    </div>
  );
}

/** Who asks to close the ballot early, why and when: everybody sees it, and what it takes. */
export function EarlyClosing({ ballot, request }: { readonly ballot: Ballot; readonly request: EarlyClosingRequest }) {
  const { view } = useStanding();
  const say = useMessages(planningMessages);
  const officer = useOfficer();
  if (ballot.closesAt === null) return null;
  return (
    <Notice tone="care" role="status" title={say('ballot.askedEarly', { name: officer(request.by) })}>
      <blockquote className={styles.quote}>
        <Written>{request.reason}</Written>
      </blockquote>
      <p>
        {say('ballot.askedEarly.at')} <Deadline at={request.at} zone={view.procedure.rulebook.zone} plain />
      </p>
      <p>{say('ballot.askedEarly.then')}</p>
    </Notice>
  );
}
