import { type PlanningProcedure } from '../../src/index.js';
import { type ModeCheck, type Way } from './mode-check.js';
import { planningForbidden } from './planning-forbidden.js';
import { planningTables } from './planning-table.js';

const ways: readonly Way<PlanningProcedure>[] = [
  { from: 'submitted', to: 'inadmissible', by: 'proposal.declared_inadmissible' },
  { from: 'negotiating', to: 'settled', by: 'proposal.settled' },
  { from: 'negotiating', to: 'mediation', by: 'mediation.opened', how: 'clock' },
  { from: 'negotiating', to: 'not_agreed', by: 'proposal.not_agreed', how: 'clock' },
  { from: 'mediation', to: 'settled', by: 'proposal.settled' },
  { from: 'mediation', to: 'settled', by: 'mediation.closed', how: 'clock' },
  { from: 'mediation', to: 'settled', by: 'mediation.closed' },
  { from: 'mediation', to: 'not_agreed', by: 'mediation.closed' },
  { from: 'mediation', to: 'not_agreed', by: 'proposal.not_agreed', how: 'clock' },
  { from: 'ratifying', to: 'negotiating', by: 'ratification.refused' },
  { from: 'ratifying', to: 'negotiating', by: 'ratification.refused', how: 'clock' },
  { from: 'ratifying', to: 'settled', by: 'ratification.given' },
  { from: 'settled', to: 'on_hold', by: 'hold.supported' },
  { from: 'voting', to: 'on_hold', by: 'hold.supported' },
  { from: 'on_hold', to: 'settled', by: 'mediation.closed', how: 'clock' },
  { from: 'on_hold', to: 'settled', by: 'mediation.closed' },
  { from: 'voting', to: 'adopted', by: 'vote.closed' },
  { from: 'voting', to: 'adopted', by: 'proposal.adopted', how: 'clock' },
  { from: 'voting', to: 'awaiting_organ', by: 'consent.given' },
  { from: 'voting', to: 'awaiting_organ', by: 'vote.closed' },
  { from: 'voting', to: 'referred_back', by: 'vote.closed' },
  { from: 'voting', to: 'mediation', by: 'vote.closed' },
  { from: 'voting', to: 'mediation', by: 'mediation.opened', how: 'clock' },
  { from: 'voting', to: 'not_agreed', by: 'vote.closed' },
  { from: 'voting', to: 'not_agreed', by: 'proposal.not_agreed', how: 'clock' },
  { from: 'settled', to: 'not_agreed', by: 'proposal.closed' },
  { from: 'voting', to: 'not_agreed', by: 'proposal.closed' },
  { from: 'awaiting_organ', to: 'adopted', by: 'organ.confirmed' },
  { from: 'awaiting_organ', to: 'refused', by: 'organ.refused' },
  { from: 'adopted', to: 'formalised', by: 'agreement.formalised' },
  { from: 'under_review', to: 'closed', by: 'proposal.closed' },
];

/** Planning as the document has it. */
export const planningCheck: ModeCheck<PlanningProcedure> = {
  tables: planningTables,
  finals: ['inadmissible', 'refused', 'closed', 'not_agreed'],
  ways,
  forbidden: planningForbidden,
  // Held by clause-stands.spec.ts, and what a private room does with its adopted text by negotiating-mandate.spec.ts.
  beside: [
    'negotiation_round.opened',
    'stand.stated',
    'negotiating_mandate.proposed',
    'negotiating_mandate.supported',
    'negotiating_mandate.end_supported',
    'joint_proposal.submitted',
  ],
};
