import { type MandateView } from '@tavolo/contracts';
import { directoryOf, useLanguage, useMessages } from '@tavolo/web-ui';
import { useMemo } from 'react';
import { mandateMessages } from '../messages/mandate-messages.js';
import { MandateActs } from './mandate-acts.js';
import { MandateDecisions } from './mandate-decisions.js';
import { MandateHistory } from './mandate-history.js';
import { MandateLimits } from './mandate-limits.js';
import { MandateMoney } from './mandate-money.js';
import { MandateReports } from './mandate-reports.js';
import { MandateState } from './mandate-state.js';
import styles from './mandate.module.css';

interface MandatePanelProps {
  readonly view: MandateView;
  /** What is shown is read again. */
  readonly onDone: () => void;
}

/** One mandate: how it stands and the money first, then its limits, what was decided and reported, and what happened. */
export function MandatePanel({ view, onDone }: MandatePanelProps) {
  const { language } = useLanguage();
  const say = useMessages(mandateMessages);
  const directory = useMemo(() => directoryOf(view, language), [view, language]);
  return (
    <div className={styles.mandate}>
      <p className={styles.soft}>{say('lead')}</p>
      <MandateState view={view} />
      <MandateMoney view={view} />
      <MandateLimits view={view} directory={directory} />
      <MandateActs view={view} onDone={onDone} />
      <MandateDecisions view={view} />
      <MandateReports view={view} />
      <MandateHistory view={view} directory={directory} />
    </div>
  );
}
