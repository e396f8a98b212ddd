import { type ModeChangeView } from '@tavolo/contracts';
import { outstanding } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { ModeChangeActButton } from './mode-change-act-button.js';
import styles from './mode-change.module.css';
import { usePossibleActs } from './use-mode-change-act.js';

interface ModeChangeActsProps {
  readonly view: ModeChangeView;
  readonly onDone: () => void;
}

/** What the reader may do with the change now, besides voting; nothing for everybody else. */
export function ModeChangeActs({ view, onDone }: ModeChangeActsProps) {
  const say = useMessages(modeChangeMessages);
  const allowed = usePossibleActs(view);
  const all = { view, onDone };
  const ballot = view.change.ballots.find(({ state }) => state === 'open');
  const key = ballot?.key ?? '';
  const awaited = ballot !== undefined && outstanding(ballot).length > 0;
  const steps = [
    allowed.has('mode_change.supported') && (
      <ModeChangeActButton
        key="support"
        {...all}
        act="mode_change.supported"
        name="support"
        written={false}
        body={() => ({})}
      />
    ),
    allowed.has('vote.opened') && (
      <ModeChangeActButton key="open" {...all} act="vote.opened" name="open" written={false} body={() => ({})} />
    ),
    allowed.has('vote.closed') && (
      <ModeChangeActButton
        key="close"
        {...all}
        act="vote.closed"
        name="close"
        written={awaited}
        body={(text) => ({ ballot: key, reason: awaited ? text : null })}
      />
    ),
    allowed.has('mode_change.consented') && (
      <ModeChangeActButton
        key="consent"
        {...all}
        act="mode_change.consented"
        name="consent"
        written
        body={(text) => ({ text })}
      />
    ),
    allowed.has('mode_change.refused') && (
      <ModeChangeActButton
        key="refuse"
        {...all}
        act="mode_change.refused"
        name="refuse"
        written
        danger
        body={(reason) => ({ reason })}
      />
    ),
    allowed.has('mode_change.withdrawn') && (
      <ModeChangeActButton
        key="withdraw"
        {...all}
        act="mode_change.withdrawn"
        name="withdraw"
        written
        danger
        body={(reason) => ({ reason })}
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
