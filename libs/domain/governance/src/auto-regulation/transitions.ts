import { type AutoRegulationStage } from '../auto-regulation-procedure.js';
import { type ClockTransition, type Transition } from '../transition.js';

const guides = ['facilitator', 'coordinator'] as const;
const records = ['facilitator', 'coordinator', 'secretary'] as const;
const inForce = ['in_force', 'amended', 'at_risk'] as const;

/** An act of signatories that leaves the charter as much in force as the remaining signatories keep it. */
const within = (
  act: Transition<AutoRegulationStage>['act'],
  who: Transition<AutoRegulationStage>['who'],
  to: readonly AutoRegulationStage[] = [],
) => inForce.map((stage) => ({ act, from: [stage], to: [stage, ...to], who }));

/** Domain.md 2.3, Auto-regulation: every act, the stages at which it is possible, where it may lead, and who may do it. */
export const autoRegulationTransitions: readonly Transition<AutoRegulationStage>[] = [
  { act: 'charter.invited', from: ['draft'], to: ['invited'], who: ['sponsor', ...guides] },
  { act: 'drafting.joined', from: ['invited', 'drafting'], to: ['drafting'], who: ['votingSeat'] },
  { act: 'drafting.consented', from: ['drafting'], to: ['drafting'], who: ['votingSeat'] },
  { act: 'proposal.frozen', from: ['drafting'], to: ['frozen'], who: ['sponsor', ...guides] },
  { act: 'drafting.reopened', from: ['frozen', 'not_in_force'], to: ['drafting'], who: guides },
  { act: 'signing.opened', from: ['frozen'], to: ['signing'], who: guides },
  { act: 'signing.extended', from: ['signing'], to: ['signing'], who: guides },
  { act: 'charter.signed', from: ['signing'], to: ['signing', 'in_force'], who: ['votingSeat'] },
  { act: 'charter.signed', from: ['in_force'], to: ['in_force'], who: ['votingSeat'] },
  { act: 'charter.signed', from: ['amended'], to: ['amended'], who: ['votingSeat'] },
  { act: 'charter.signed', from: ['at_risk'], to: ['at_risk', 'in_force', 'amended'], who: ['votingSeat'] },
  { act: 'charter.declined', from: ['signing'], to: ['signing'], who: ['votingSeat'] },
  ...within('charter.declined', ['votingSeat']),
  ...within('withdrawal.announced', ['votingSeat']),
  ...within('proposal.frozen', ['votingSeat', ...guides]),
  ...within('charter.amendment_accepted', ['votingSeat'], ['amended']),
  ...within('charter.amendment_dropped', guides),
  ...within('charter.left', ['votingSeat'], ['amended', 'at_risk']),
  ...within('breach.raised', ['votingSeat']),
  ...within('breach.found', [...records, 'guarantor']),
  ...within('exclusion.supported', ['votingSeat'], ['amended', 'at_risk']),
  ...within('charter.commitment_assigned', records),
  ...within('charter.reviewed', records),
  ...(['signing', 'in_force', 'amended', 'at_risk', 'lapsed', 'not_in_force'] as const).map((stage) => ({
    act: 'dissent.attached' as const,
    from: [stage],
    to: [stage],
    who: ['seat' as const],
  })),
];

/** What the clock alone brings about. */
export const autoRegulationClockTransitions: readonly ClockTransition<AutoRegulationStage>[] = [
  { consequence: 'charter.not_in_force', from: ['signing'], to: ['not_in_force'] },
  { consequence: 'withdrawal.took_effect', from: ['in_force', 'amended'], to: ['in_force', 'amended', 'at_risk'] },
  { consequence: 'withdrawal.took_effect', from: ['at_risk'], to: ['at_risk', 'amended'] },
  { consequence: 'charter.lapsed', from: ['at_risk'], to: ['lapsed'] },
];
