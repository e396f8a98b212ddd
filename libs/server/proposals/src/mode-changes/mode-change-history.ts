import { type ModeChangeEvent } from '@tavolo/contracts';
import { type ModeChange } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';

type Told = Omit<ModeChangeEvent, 'by' | 'text'> & Partial<Pick<ModeChangeEvent, 'by' | 'text'>>;

/** What happened with a change of mode, oldest first, as it is told to everybody who reads its table. */
export function historyOfModeChange(change: ModeChange, begunAt: Instant): ModeChangeEvent[] {
  const { kind, proposedBy, reason, supporters, ballots, adoption, answer, withdrawal, effectiveAt, state, since } =
    change;
  const begun = kind === 'emergency' ? 'mode_change.emergency_declared' : 'mode_change.proposed';
  const told: readonly Told[] = [
    { act: begun, at: begunAt, by: proposedBy, text: reason },
    ...supporters.slice(1).map(({ at, by }): Told => ({ act: 'mode_change.supported', at, by })),
    ...ballots.flatMap(({ openedAt, closedAt, key }): Told[] => [
      { act: 'vote.opened', at: openedAt, text: key },
      ...(closedAt === null ? [] : [{ act: 'vote.closed', at: closedAt, text: key } as const]),
    ]),
    ...(adoption ? [{ act: 'mode_change.adopted', at: adoption.at } as const] : []),
    ...(state === 'rejected' ? [{ act: 'mode_change.rejected', at: since } as const] : []),
    ...(answer
      ? [{ act: `mode_change.${answer.outcome}`, at: answer.at, by: answer.by, text: answer.text } as const]
      : []),
    ...(withdrawal
      ? [{ act: 'mode_change.withdrawn', at: withdrawal.at, by: withdrawal.by, text: withdrawal.reason } as const]
      : []),
    ...(effectiveAt === null ? [] : [{ act: 'mode_change.took_effect', at: effectiveAt } as const]),
    ...(state === 'ended' ? [{ act: 'mode_change.emergency_ended', at: since } as const] : []),
  ];
  return told
    .map(({ by = null, text = null, ...event }) => ({ ...event, by, text }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
