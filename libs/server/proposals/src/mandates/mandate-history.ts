import { type MandateEvent } from '@tavolo/contracts';
import { type Mandate, type Suspension } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';

type Told = Omit<MandateEvent, 'by' | 'text'> & Partial<Pick<MandateEvent, 'by' | 'text'>>;

/** What happened with a mandate, oldest first, as it is told to everybody who reads its table. */
export function historyOf(mandate: Mandate, proposedAt: Instant): MandateEvent[] {
  const { proposedBy, grant, reports, suspensions, revocation, ended } = mandate;
  const told: readonly Told[] = [
    { act: 'mandate.proposed', at: proposedAt, by: proposedBy },
    ...(grant ? [{ act: 'mandate.granted', at: grant.at, by: grant.by, text: grant.reference } as const] : []),
    ...reports.map(({ at, by, text }) => ({ act: 'mandate.reported', at, by, text }) as const),
    ...suspensions.flatMap((one) => ofSuspension(one, ended?.at ?? null)),
    ...(revocation ? ofRevocation(revocation) : []),
    ...(ended
      ? [
          {
            act: ended.how === 'revoked' ? 'mandate.revoked' : 'mandate.expired',
            at: ended.at,
            text: ended.reason,
          } as const,
        ]
      : []),
  ];
  return told
    .map(({ by = null, text = null, ...event }) => ({ ...event, by, text }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

/** A suspension that the end of the mandate cut short did not lead back to it. */
function ofSuspension({ cause, reason, from, until }: Suspension, endedAt: Instant | null): Told[] {
  const began: Told = { act: 'mandate.suspended', at: from, text: reason };
  if (until === null || until === endedAt) return [began];
  return [began, { act: cause === 'report_overdue' ? 'mandate.reactivated' : 'mandate.resumed', at: until }];
}

function ofRevocation({ announcedAt, by, reason, hearing }: NonNullable<Mandate['revocation']>): Told[] {
  return [
    { act: 'mandate.revocation_announced', at: announcedAt, by, text: reason },
    ...(hearing ? [{ act: 'mandate.heard', at: hearing.at, by: hearing.by, text: hearing.text } as const] : []),
  ];
}
