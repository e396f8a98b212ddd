import { type ModeChangeView } from '@tavolo/contracts';
import { needsConsent, type ModeChange, type ModeChangeState } from '@tavolo/governance';
import { useFormats, useMessages } from '@tavolo/web-ui';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import styles from './mode-change.module.css';

type Step = Exclude<ModeChangeState, 'rejected' | 'refused' | 'withdrawn'>;

/** The stages of the change in order, with when they were or will be: past, now, possible next. */
export function ModeChangeSteps({ view }: { readonly view: ModeChangeView }) {
  const { change } = view;
  const say = useMessages(modeChangeMessages);
  const write = useFormats(change.from.zone);
  const way = wayOf(change);
  const here = reached(change, way);
  return (
    <ol className={styles.steps} aria-label={say('steps')}>
      {way.map((step, index) => {
        const state = index < here || isDone(change, step) ? 'done' : index === here ? 'now' : 'coming';
        const at = dayOf(change, step);
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <strong>{say(`step.${step}`)}</strong> <span className={styles.soft}>{say(`step.${state}`)}</span>
            {at !== null && <time dateTime={at}>{write.date(at)}</time>}
          </li>
        );
      })}
    </ol>
  );
}

function wayOf({ kind, proposedAs, rulebook }: ModeChange): readonly Step[] {
  if (kind === 'emergency') return ['in_force', 'ended'];
  const bench: readonly Step[] = proposedAs === 'institution' ? [] : ['gathering'];
  const consent: readonly Step[] = needsConsent(rulebook.mode) ? ['awaiting_consent'] : [];
  return [...bench, 'notice', 'voting', ...consent, 'standstill', 'in_force'];
}

/** Where a change is that was not to be: at the stage at which that turned out. */
function reached({ state, ballots, noticeUntil, kind }: ModeChange, way: readonly Step[]): number {
  if (state === 'rejected') return way.indexOf('voting');
  if (state === 'refused') return way.indexOf('awaiting_consent');
  if (state === 'withdrawn')
    return way.indexOf(noticeUntil === null ? 'gathering' : ballots.length > 0 ? 'voting' : 'notice');
  return kind === 'emergency' && state === 'standstill' ? 0 : way.indexOf(state);
}

const isDone = ({ kind, state }: ModeChange, step: Step): boolean =>
  (step === 'in_force' && kind === 'change' && state === 'in_force') || (step === 'ended' && state === 'ended');

/** The day of a step: of those that are over when it was, of those to come when it is possible. */
function dayOf(change: ModeChange, step: Step): string | null {
  switch (step) {
    case 'gathering':
      return change.supporters[0]?.at ?? null;
    case 'notice':
      return change.noticeUntil;
    case 'voting':
      return change.ballots.at(-1)?.openedAt ?? null;
    case 'awaiting_consent':
      return change.answer?.at ?? null;
    case 'standstill':
      return null;
    case 'in_force':
      return change.effectiveAt ?? change.effectiveFrom;
    case 'ended':
      return change.endsAt;
  }
}
