import { type ProposalSummary, type TableView } from '@tavolo/contracts';

/** What the reader may begin at a table: any seat a proposal or a charter; the deciding institution a consultation (domain.md 2.2, Proposes). */
export function mayBegin({
  mode,
  me,
  seatsView,
}: Pick<TableView, 'mode' | 'me' | 'seatsView'>): 'proposal' | 'consultation' | 'charter' | null {
  const seat = seatsView.find(({ id }) => id === me.seat);
  if (!seat) return null;
  if (mode === 'planning') return 'proposal';
  if (mode === 'auto_regulation') return 'charter';
  return mode === 'consultation' && seat.decidingAuthority ? 'consultation' : null;
}

/** Stages at which nothing more is to be done; what a consultation calls `closed` is not its end, for then the replies follow. */
const ended: Readonly<Record<ProposalSummary['mode'], ReadonlySet<string>>> = {
  planning: new Set(['inadmissible', 'refused', 'formalised', 'closed', 'not_agreed']),
  consultation: new Set(['decided', 'followed_up', 'lapsed', 'withdrawn']),
  // A charter in force is something to join, to keep and to review; one that is not in force may be drafted again.
  auto_regulation: new Set(['lapsed']),
  auto_administration: new Set(),
};

/** Proposals under way, the nearest time limit first, and those that are concluded, the latest change first. */
export function byProgress(proposals: readonly ProposalSummary[]): {
  readonly open: readonly ProposalSummary[];
  readonly ended: readonly ProposalSummary[];
} {
  const isEnded = ({ mode, stage }: ProposalSummary): boolean => ended[mode].has(stage);
  const due = ({ deadline }: ProposalSummary): string => deadline ?? '9999';
  return {
    open: proposals
      .filter((proposal) => !isEnded(proposal))
      .sort((a, b) => due(a).localeCompare(due(b)) || b.changedAt.localeCompare(a.changedAt)),
    ended: proposals.filter(isEnded).sort((a, b) => b.changedAt.localeCompare(a.changedAt)),
  };
}
