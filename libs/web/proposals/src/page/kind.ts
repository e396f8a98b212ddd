import { type ProposalView } from '@tavolo/contracts';

/** What a proposal is called: a charter where each signs for itself, a decision under a mandate, a consultation where the institution decides. */
export function kindOf({ kind, mode }: Pick<ProposalView, 'kind' | 'mode'>) {
  if (mode === 'auto_regulation') return 'kindCharter';
  if (mode === 'auto_administration') return 'kindDecision';
  return kind === 'consultation' ? 'kindConsultation' : 'kindProposal';
}
