import { type ConsultationStage } from '../consultation-procedure.js';
import { type ClockTransition, type Transition } from '../transition.js';

const authority = ['decidingAuthority'] as const;

/** Domain.md 2.3, Consultation: every act, the stages at which it is possible, where it may lead, and who may do it. */
export const consultationTransitions: readonly Transition<ConsultationStage>[] = [
  { act: 'proposal.frozen', from: ['draft'], to: ['draft'], who: authority },
  { act: 'proposal.frozen', from: ['closed'], to: ['closed'], who: authority },
  { act: 'proposal.frozen', from: ['responding'], to: ['responding'], who: authority },
  { act: 'proposal.frozen', from: ['overdue'], to: ['overdue'], who: authority },
  { act: 'consultation.opened', from: ['draft'], to: ['open'], who: authority },
  { act: 'interest.declared', from: ['open'], to: ['open'], who: ['seat'], outside: 'deadline_passed' },
  { act: 'assessment.submitted', from: ['open'], to: ['open'], who: ['seat'], outside: 'deadline_passed' },
  { act: 'reply.published', from: ['closed', 'responding'], to: ['responding'], who: authority },
  { act: 'reply.published', from: ['overdue'], to: ['overdue'], who: authority },
  { act: 'decision.recorded', from: ['closed', 'responding', 'overdue'], to: ['decided'], who: authority },
  { act: 'consultation.followed_up', from: ['decided'], to: ['followed_up'], who: authority },
  { act: 'consultation.withdrawn', from: ['open', 'closed', 'responding'], to: ['withdrawn'], who: authority },
  ...(['closed', 'responding', 'overdue', 'decided', 'followed_up', 'lapsed', 'withdrawn'] as const).map((stage) => ({
    act: 'dissent.attached' as const,
    from: [stage],
    to: [stage],
    who: ['seat' as const],
  })),
];

/** What the clock alone brings about. */
export const consultationClockTransitions: readonly ClockTransition<ConsultationStage>[] = [
  { consequence: 'consultation.extended', from: ['open'], to: ['open'] },
  { consequence: 'consultation.closed', from: ['open'], to: ['closed'] },
  { consequence: 'consultation.overdue', from: ['closed', 'responding'], to: ['overdue'] },
  { consequence: 'consultation.lapsed', from: ['overdue'], to: ['lapsed'] },
];
