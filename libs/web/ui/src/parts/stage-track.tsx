import { type Mode } from '@tavolo/governance';
import { stageMessages } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import styles from './stage-track.module.css';
import { shownStage, stepsOf, type Stage } from './stage-steps.js';

interface StageTrackProps {
  readonly mode: Mode;
  readonly stage: string;
}

/** The stages of a procedure with the one it is at: in a row on wide screens, folded to the current one on a phone. */
export function StageTrack({ mode, stage }: StageTrackProps) {
  const say = useMessages(stageMessages);
  const shown = shownStage(mode, stage as Stage);
  const steps = stepsOf(mode, shown);
  const current = steps.findIndex(({ state }) => state === 'current');
  return (
    <nav className={styles.track} aria-label={say('track')}>
      <p className={styles.compact}>
        <strong>{say(`name.${shown}`)}</strong> <span>{say('position', { n: current + 1, of: steps.length })}</span>
      </p>
      <ol className={styles.steps}>
        {steps.map(({ stage: step, state, off }) => (
          <li key={step} data-state={state} data-off={off} aria-current={state === 'current' ? 'step' : undefined}>
            <span className={styles.name}>{say(`name.${step}`)}</span>
            <span className={styles.state}>{say(`step.${state}`)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.sentence}>{say(nowOf(mode, shown))}</p>
    </nav>
  );
}

/** What happens at a stage; charters and decisions under a mandate share names of stages with other modes, but not what they mean. */
function nowOf(mode: Mode, stage: Stage) {
  if (mode === 'auto_administration' && (stage === 'draft' || stage === 'withdrawn')) {
    return `now.decision.${stage}` as const;
  }
  return mode === 'auto_regulation' && (stage === 'draft' || stage === 'lapsed')
    ? (`now.charter.${stage}` as const)
    : (`now.${stage}` as const);
}
