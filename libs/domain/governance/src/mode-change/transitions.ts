import { type ModeChangeActName, type ModeChangeConsequenceName, type ModeChangeState } from '../mode-change.js';
import { type Transition } from '../transition.js';

/** One row of the table of a change of mode: in which states an act is possible, who may do it, and where it may lead. */
export interface ModeChangeTransition {
  readonly act: ModeChangeActName;
  readonly from: readonly ModeChangeState[];
  readonly to: readonly ModeChangeState[];
  readonly who: Transition<string>['who'];
}

/** What follows by itself from the clock. */
export interface ModeChangeClockTransition {
  readonly consequence: ModeChangeConsequenceName;
  readonly from: readonly ModeChangeState[];
  readonly to: readonly ModeChangeState[];
}

const institution = ['decidingAuthority'] as const;
const closers = ['facilitator', 'secretary', 'coordinator'] as const;
const afterVote = ['notice', 'rejected', 'awaiting_consent', 'standstill'] as const;

/** Domain.md 2.5. */
export const modeChangeTransitions: readonly ModeChangeTransition[] = [
  { act: 'mode_change.supported', from: ['gathering'], to: ['gathering', 'notice'], who: ['votingSeat'] },
  { act: 'mode_change.withdrawn', from: ['gathering', 'notice'], to: ['withdrawn'], who: ['seat'] },
  { act: 'vote.opened', from: ['notice'], to: ['voting'], who: ['facilitator', 'secretary'] },
  { act: 'vote.cast', from: ['voting'], to: ['voting'], who: ['votingSeat'] },
  { act: 'ballot.early_closing_requested', from: ['voting'], to: ['voting'], who: closers },
  { act: 'vote.closed', from: ['voting'], to: afterVote, who: closers },
  { act: 'mode_change.consented', from: ['awaiting_consent'], to: ['standstill'], who: institution },
  { act: 'mode_change.refused', from: ['awaiting_consent'], to: ['refused'], who: institution },
];

/** What the clock alone brings about. */
export const modeChangeClockTransitions: readonly ModeChangeClockTransition[] = [
  { consequence: 'vote.closed', from: ['voting'], to: afterVote },
  { consequence: 'mode_change.took_effect', from: ['standstill'], to: ['in_force'] },
  { consequence: 'mode_change.emergency_ended', from: ['standstill', 'in_force'], to: ['ended'] },
];
