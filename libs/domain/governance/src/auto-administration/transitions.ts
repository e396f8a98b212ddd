import { type AutoAdministrationStage } from '../auto-administration-procedure.js';
import { closers } from '../ballots/early-closing.js';
import { type ClockTransition, type Transition } from '../transition.js';

type Row = Transition<AutoAdministrationStage>;

const guides = ['facilitator', 'coordinator'] as const;
/** Where a ballot may lead. */
const afterBallot = ['deliberating', 'standstill', 'returned'] as const;

const staying = (act: Row['act'], stages: readonly AutoAdministrationStage[], who: Row['who']): readonly Row[] =>
  stages.map((stage) => ({ act, from: [stage], to: [stage], who }));

/** Domain.md 2.3, Auto-administration: every act, the stages at which it is possible, where it may lead, and who may do it. */
export const autoAdministrationTransitions: readonly Row[] = [
  {
    act: 'decision.submitted',
    from: ['draft'],
    to: ['scope_check', 'blocked', 'deliberating', 'returned'],
    who: ['sponsor'],
  },
  {
    act: 'decision.reopened',
    from: ['blocked', 'deliberating', 'called_in'],
    to: ['draft'],
    who: ['sponsor', ...guides],
  },
  {
    act: 'decision.withdrawn',
    from: ['draft', 'blocked', 'deliberating', 'called_in'],
    to: ['withdrawn'],
    who: ['sponsor', ...guides],
  },

  { act: 'vote.opened', from: ['deliberating'], to: ['voting'], who: ['facilitator', 'secretary'] },
  { act: 'vote.cast', from: ['voting'], to: ['voting'], who: ['party'], outside: 'ballot_closed' },
  { act: 'ballot.early_closing_requested', from: ['voting'], to: ['voting'], who: closers, outside: 'ballot_closed' },
  { act: 'vote.closed', from: ['voting'], to: afterBallot, who: closers, outside: 'ballot_closed' },

  ...staying('seat.recused', ['draft', 'blocked', 'called_in'], ['seat']),
  { act: 'seat.recused', from: ['deliberating'], to: ['deliberating', 'returned'], who: ['seat'] },
  { act: 'seat.recused', from: ['voting'], to: ['voting', 'returned'], who: ['seat'] },

  {
    act: 'decision.called_in',
    from: ['standstill'],
    to: ['called_in'],
    who: ['decidingAuthority'],
    outside: 'deadline_passed',
  },
  { act: 'decision.insisted', from: ['called_in'], to: ['called_in'], who: ['sponsor', ...guides] },
  { act: 'call_in.ruled', from: ['called_in'], to: ['annulled', 'standstill', 'effective'], who: ['guarantor'] },

  ...staying('decision.noted', ['standstill', 'called_in', 'effective', 'reported'], ['sponsor', ...closers]),
  { act: 'decision.reported', from: ['effective'], to: ['reported'], who: ['party', ...closers] },
  { act: 'institution.answered', from: ['returned'], to: ['closed'], who: ['decidingAuthority'] },

  ...staying(
    'dissent.attached',
    ['voting', 'standstill', 'called_in', 'effective', 'reported', 'annulled', 'returned', 'closed'],
    ['seat'],
  ),
];

/** What the clock alone brings about. */
export const autoAdministrationClockTransitions: readonly ClockTransition<AutoAdministrationStage>[] = [
  { consequence: 'decision.blocked', from: ['draft', 'deliberating', 'voting'], to: ['blocked'] },
  { consequence: 'vote.voided', from: ['voting'], to: ['deliberating'] },
  { consequence: 'vote.closed', from: ['voting'], to: afterBallot },
  { consequence: 'decision.took_effect', from: ['standstill'], to: ['effective'] },
];
