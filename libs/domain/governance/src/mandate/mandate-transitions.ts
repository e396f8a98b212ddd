import { type MandateActName, type MandateConsequenceName, type MandateState } from '../mandate.js';
import { type Transition } from '../transition.js';

/** One row of the table of a mandate: in which states an act is possible, who may do it, and where it may lead. */
export interface MandateTransition {
  readonly act: MandateActName;
  readonly from: readonly MandateState[];
  readonly to: readonly MandateState[];
  readonly who: Transition<string>['who'];
}

/** What follows by itself from the clock. */
export interface MandateClockTransition {
  readonly consequence: MandateConsequenceName;
  readonly from: readonly MandateState[];
  readonly to: readonly MandateState[];
}

const inForce = ['active', 'suspended'] as const;
const institution = ['decidingAuthority'] as const;
const recorders = ['facilitator', 'secretary', 'coordinator'] as const;

const staying = (
  act: MandateActName,
  states: readonly MandateState[],
  who: MandateTransition['who'],
): readonly MandateTransition[] => states.map((state) => ({ act, from: [state], to: [state], who }));

/** Domain.md 2.3, Auto-administration: `proposed → active ⇄ suspended → expired | revoked`. */
export const mandateTransitions: readonly MandateTransition[] = [
  { act: 'mandate.granted', from: ['proposed'], to: ['proposed', 'active'], who: institution },
  ...staying('mandate.reported', ['active', 'expired', 'revoked'], ['party', ...recorders]),
  { act: 'mandate.reported', from: ['suspended'], to: ['active', 'suspended'], who: ['party', ...recorders] },
  { act: 'mandate.suspended', from: inForce, to: ['suspended'], who: institution },
  { act: 'mandate.resumed', from: ['suspended'], to: ['active', 'suspended'], who: institution },
  ...staying('mandate.revocation_announced', inForce, institution),
  ...staying('mandate.heard', inForce, [...recorders, 'guarantor']),
  ...staying('mandate.revocation_withdrawn', inForce, institution),
  { act: 'mandate.revoked', from: inForce, to: ['revoked'], who: institution },
];

/** What the clock alone brings about. */
export const mandateClockTransitions: readonly MandateClockTransition[] = [
  { consequence: 'mandate.took_effect', from: ['proposed'], to: ['active'] },
  { consequence: 'mandate.suspended', from: inForce, to: ['suspended'] },
  { consequence: 'mandate.expired', from: inForce, to: ['expired'] },
];
