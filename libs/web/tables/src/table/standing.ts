import { type ProposalSummary, type TableView } from '@tavolo/contracts';
import { isConcluded } from '@tavolo/governance';

/**
 * What the reader may begin at a table: any seat a proposal or a charter, the deciding institution a consultation, a voting seat a decision
 * under the table's mandate (domain.md 2.2, Proposes); whether its sector holds the mandate the server says.
 */
export function mayBegin({
  mode,
  me,
  seatsView,
}: Pick<TableView, 'mode' | 'me' | 'seatsView'>): 'proposal' | 'consultation' | 'charter' | 'decision' | null {
  const seat = seatsView.find(({ id }) => id === me.seat);
  if (!seat) return null;
  if (mode === 'planning') return 'proposal';
  if (mode === 'auto_regulation') return 'charter';
  if (mode === 'auto_administration') return seat.right === 'vote' ? 'decision' : null;
  return seat.decidingAuthority ? 'consultation' : null;
}

/** Proposals under way, the nearest time limit first, and those that are concluded, the latest change first. */
export function byProgress(proposals: readonly ProposalSummary[]): {
  readonly open: readonly ProposalSummary[];
  readonly ended: readonly ProposalSummary[];
} {
  const due = ({ deadline }: ProposalSummary): string => deadline ?? '9999';
  return {
    open: proposals
      .filter((proposal) => !isConcluded(proposal))
      .sort((a, b) => due(a).localeCompare(due(b)) || b.changedAt.localeCompare(a.changedAt)),
    ended: proposals.filter(isConcluded).sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
  };
}
