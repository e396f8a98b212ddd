import { type ProposalView } from '@tavolo/contracts';

/** What the reader may do about changes to this text. */
export interface AmendingRights {
  readonly ask: boolean;
  readonly answer: boolean;
  /** Her own, while nobody has answered. */
  readonly withdraw: boolean;
}

/** While the text may be argued about (domain.md 2.2, row Amends): the server holds to the same, and refuses what is tried all the same. */
const stages: Readonly<Record<ProposalView['procedure']['mode'], readonly string[]>> = {
  planning: ['submitted', 'negotiating', 'referred_back', 'mediation'],
  consultation: ['open', 'closed', 'responding', 'overdue'],
  auto_regulation: ['invited', 'drafting'],
};

/** Voting seats ask for changes to a proposal or charter and its sponsors answer; every seat makes suggestions in a consultation and the institution answers. */
export function amendingRights({ procedure, me, seats, sponsors }: ProposalView): AmendingRights {
  const { mode, stage } = procedure;
  const mine = seats.find(({ id }) => id === me.seat);
  const consults = mode === 'consultation';
  const argued = stages[mode].includes(stage);
  return {
    ask: mine !== undefined && (consults ? stage === 'open' : argued && mine.right === 'vote'),
    answer:
      argued && (consults ? mine?.decidingAuthority === true : me.member !== null && sponsors.includes(me.member)),
    withdraw: argued && me.member !== null,
  };
}
