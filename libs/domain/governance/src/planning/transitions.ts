import { type PlanningStage } from '../planning-procedure.js';
import { closers } from '../ballots/early-closing.js';
import { type ClockTransition, type Transition } from '../transition.js';

/** Where a ballot or a consent round may lead. */
const adoption = ['adopted', 'awaiting_organ'] as const;
const rejection = ['referred_back', 'mediation', 'not_agreed'] as const;
const beforeDecision = [
  'draft',
  'submitted',
  'negotiating',
  'mediation',
  'referred_back',
  'settled',
  'ratifying',
  'on_hold',
] as const;
const recorders = ['facilitator', 'secretary', 'coordinator'] as const;

/** Domain.md 2.3, Planning: every act, the stages at which it is possible, where it may lead, and who may do it. */
export const planningTransitions: readonly Transition<PlanningStage>[] = [
  { act: 'proposal.frozen', from: ['draft'], to: ['draft'], who: ['sponsor', 'facilitator'] },
  { act: 'proposal.frozen', from: ['negotiating'], to: ['negotiating'], who: ['facilitator'] },
  { act: 'proposal.frozen', from: ['mediation'], to: ['mediation'], who: ['facilitator'] },
  { act: 'proposal.frozen', from: ['referred_back'], to: ['referred_back'], who: ['facilitator'] },
  { act: 'proposal.frozen', from: ['settled', 'voting'], to: ['negotiating'], who: ['facilitator'] },

  { act: 'proposal.submitted', from: ['draft'], to: ['submitted'], who: ['sponsor'] },
  {
    act: 'proposal.declared_inadmissible',
    from: ['submitted'],
    to: ['inadmissible'],
    who: ['facilitator', 'coordinator'],
  },
  { act: 'negotiation.opened', from: ['submitted'], to: ['negotiating'], who: ['facilitator', 'coordinator'] },

  { act: 'negotiation_round.opened', from: ['negotiating'], to: ['negotiating'], who: ['facilitator'] },
  { act: 'negotiation_round.opened', from: ['mediation'], to: ['mediation'], who: ['facilitator'] },
  { act: 'stand.stated', from: ['negotiating'], to: ['negotiating'], who: ['party'] },
  { act: 'stand.stated', from: ['mediation'], to: ['mediation'], who: ['party'] },
  { act: 'settlement.confirmed', from: ['negotiating'], to: ['negotiating'], who: ['facilitator', 'party'] },
  { act: 'settlement.confirmed', from: ['mediation'], to: ['mediation'], who: ['facilitator', 'party'] },
  { act: 'settlement.withdrawn', from: ['negotiating'], to: ['negotiating'], who: ['facilitator', 'party'] },
  { act: 'settlement.withdrawn', from: ['mediation'], to: ['mediation'], who: ['facilitator', 'party'] },
  { act: 'proposal.settled', from: ['negotiating', 'mediation'], to: ['settled'], who: ['facilitator', 'party'] },

  { act: 'ratification.requested', from: ['settled'], to: ['ratifying'], who: ['party'] },
  { act: 'ratification.given', from: ['ratifying'], to: ['settled'], who: ['party'] },
  { act: 'ratification.refused', from: ['ratifying'], to: ['negotiating'], who: ['party'] },

  { act: 'consent_round.opened', from: ['settled', 'voting'], to: ['voting'], who: ['facilitator'] },
  { act: 'consent.given', from: ['voting'], to: ['voting', ...adoption], who: ['votingSeat'] },
  { act: 'consent_round.closed', from: ['voting'], to: ['voting', ...adoption], who: ['facilitator', 'secretary'] },

  { act: 'vote.opened', from: ['settled', 'voting'], to: ['voting'], who: ['facilitator', 'secretary'] },
  { act: 'vote.cast', from: ['voting'], to: ['voting'], who: ['votingSeat'], outside: 'ballot_closed' },
  {
    act: 'ballot.early_closing_requested',
    from: ['voting'],
    to: ['voting'],
    who: closers,
    outside: 'ballot_closed',
  },
  {
    act: 'vote.closed',
    from: ['voting'],
    to: ['voting', ...adoption, ...rejection],
    who: closers,
    outside: 'ballot_closed',
  },

  ...beforeDecision.map((stage) => ({
    act: 'seat.recused' as const,
    from: [stage],
    to: [stage],
    who: ['seat' as const],
  })),
  { act: 'seat.recused', from: ['voting'], to: ['voting', ...adoption], who: ['seat'] },

  { act: 'hold.supported', from: ['settled'], to: ['settled', 'on_hold'], who: ['party'] },
  { act: 'hold.supported', from: ['voting'], to: ['voting', 'on_hold'], who: ['party'] },
  { act: 'mediation.closed', from: ['on_hold'], to: ['settled'], who: ['facilitator', 'guarantor'] },
  { act: 'mediation.closed', from: ['mediation'], to: ['settled', 'not_agreed'], who: ['facilitator', 'guarantor'] },

  { act: 'negotiation.reopened', from: ['draft'], to: ['draft'], who: ['sponsor', 'facilitator'] },
  {
    act: 'negotiation.reopened',
    from: ['negotiating', 'settled', 'voting', 'referred_back'],
    to: ['negotiating'],
    who: ['facilitator'],
  },

  { act: 'organ.confirmed', from: ['awaiting_organ'], to: ['adopted'], who: ['decidingAuthority', ...recorders] },
  { act: 'organ.refused', from: ['awaiting_organ'], to: ['refused'], who: ['decidingAuthority', ...recorders] },
  { act: 'agreement.formalised', from: ['adopted'], to: ['formalised'], who: recorders },
  { act: 'negotiating_mandate.proposed', from: ['adopted'], to: ['adopted'], who: ['votingSeat'] },
  { act: 'negotiating_mandate.supported', from: ['adopted'], to: ['adopted'], who: ['votingSeat'] },
  { act: 'negotiating_mandate.end_supported', from: ['adopted'], to: ['adopted'], who: ['votingSeat'] },
  { act: 'joint_proposal.submitted', from: ['adopted'], to: ['adopted'], who: ['votingSeat'] },
  { act: 'review.opened', from: ['formalised'], to: ['under_review'], who: recorders },
  { act: 'proposal.closed', from: ['under_review'], to: ['closed'], who: recorders },
  { act: 'proposal.closed', from: ['settled', 'voting'], to: ['not_agreed'], who: recorders },

  ...(
    [
      'voting',
      'referred_back',
      'adopted',
      'awaiting_organ',
      'refused',
      'formalised',
      'under_review',
      'closed',
      'not_agreed',
    ] as const
  ).map((stage) => ({ act: 'dissent.attached' as const, from: [stage], to: [stage], who: ['seat' as const] })),
];

/** What the clock alone brings about. */
export const planningClockTransitions: readonly ClockTransition<PlanningStage>[] = [
  { consequence: 'mediation.opened', from: ['negotiating'], to: ['mediation'] },
  { consequence: 'proposal.not_agreed', from: ['negotiating'], to: ['not_agreed'] },
  { consequence: 'ratification.refused', from: ['ratifying'], to: ['negotiating'] },
  { consequence: 'vote.closed', from: ['voting'], to: ['voting', ...adoption, ...rejection] },
  { consequence: 'mediation.closed', from: ['on_hold'], to: ['settled'] },
  { consequence: 'mediation.closed', from: ['mediation'], to: ['settled', 'not_agreed'] },
];
