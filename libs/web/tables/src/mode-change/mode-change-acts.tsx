import { type ModeChangeView } from '@tavolo/contracts';
import { outstanding, type ModeChangeActName } from '@tavolo/governance';
import { useMessages } from '@tavolo/web-ui';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { ModeChangeActButton, type ModeChangeActButtonProps } from './mode-change-act-button.js';
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
  const ballot = view.change.ballots.find(({ state }) => state === 'open');
  const key = ballot?.key ?? '';
  const awaited = ballot !== undefined && outstanding(ballot).length > 0;
  const step = <Name extends ModeChangeActName>(act: Omit<ModeChangeActButtonProps<Name>, 'view' | 'onDone'>) =>
    allowed.has(act.act) && <ModeChangeActButton key={act.name} view={view} onDone={onDone} {...act} />;
  const steps = [
    step({ act: 'mode_change.supported', name: 'support', written: false, body: () => ({}) }),
    step({ act: 'vote.opened', name: 'open', written: false, body: () => ({}) }),
    step({
      act: 'vote.closed',
      name: 'close',
      written: awaited,
      body: (text) => ({ ballot: key, reason: awaited ? text : null }),
    }),
    step({ act: 'mode_change.consented', name: 'consent', written: true, body: (text) => ({ text }) }),
    step({ act: 'mode_change.refused', name: 'refuse', written: true, danger: true, body: (reason) => ({ reason }) }),
    step({
      act: 'mode_change.withdrawn',
      name: 'withdraw',
      written: true,
      danger: true,
      body: (reason) => ({ reason }),
    }),
  ].filter((button) => button !== false);
  if (steps.length === 0) return null;
  return (
    <div className={styles.part} data-print="no">
      <h3>{say('acts')}</h3>
      <div className={styles.actions}>{steps}</div>
    </div>
  );
}
