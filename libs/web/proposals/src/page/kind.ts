import { type ProposalView } from '@tavolo/contracts';

/** What a proposal is called: a charter where each signs for itself, a consultation where the institution decides. */
export const kindOf = ({ kind, mode }: Pick<ProposalView, 'kind' | 'mode'>) =>
  mode === 'auto_regulation' ? 'kindCharter' : kind === 'consultation' ? 'kindConsultation' : 'kindProposal';
