import { localDateOf, type Instant, type MemberId, type SeatId } from '@tavolo/kernel';

/** A seat that supports something, and who of it said so. */
export interface Support {
  readonly seat: SeatId;
  readonly by: MemberId;
  readonly at: Instant;
}

/**
 * What somebody may promise for her bench or coalition, and what not (domain.md section 1, rows 8 and 10). Only the bench gives it, changes it
 * by giving another, and ends it: each with more than half of its filled voting seats. Those outside never read it.
 */
export interface NegotiatingMandate {
  /** From 1, in the order in which they were put forward. */
  readonly n: number;
  readonly spokesperson: MemberId;
  /** Speaks where the spokesperson cannot; `null` where nobody does. */
  readonly deputy: MemberId | null;
  readonly may: string;
  readonly mayNot: string;
  /** Last local day of its validity, `YYYY-MM-DD`. */
  readonly until: string;
  readonly proposedBy: MemberId;
  readonly proposedAt: Instant;
  readonly supporters: readonly Support[];
  /** `null`: put forward, not given yet. */
  readonly givenAt: Instant | null;
  /** Who asks that it end, first to last; `reason` is the first one's. */
  readonly endSupporters: readonly Support[];
  readonly endReason: string | null;
  readonly ended: { readonly at: Instant; readonly why: 'bench' | 'replaced' | 'laid_down' } | null;
}

/** The text of a bench or coalition that its spokesperson has handed to a table. */
export interface JointSubmission {
  /** Key of the table that received it. */
  readonly table: string;
  /** Key of the proposal there. */
  readonly proposal: string;
  readonly version: number;
  readonly mandate: number;
  readonly by: MemberId;
  readonly at: Instant;
}

export type NegotiatingMandateStanding = 'proposed' | 'valid' | 'expired' | 'ended';

/** How a mandate stands: it holds through the last second of its last local day. An expired mandate decides nothing (domain.md section 1, row 10). */
export function mandateStanding(
  { givenAt, ended, until }: Pick<NegotiatingMandate, 'givenAt' | 'ended' | 'until'>,
  now: Instant,
  zone: string,
): NegotiatingMandateStanding {
  if (ended) return 'ended';
  const over = localDateOf(now, zone) > until;
  if (over) return 'expired';
  return givenAt === null ? 'proposed' : 'valid';
}

/** The mandate that was given and not ended, be it expired; `null` where there is none. */
export const givenMandate = (mandates: readonly NegotiatingMandate[] = []): NegotiatingMandate | null =>
  mandates.findLast(({ givenAt, ended }) => givenAt !== null && ended === null) ?? null;

/** The mandate that was put forward last and waits for support; `null` where there is none. */
export const proposedMandate = (mandates: readonly NegotiatingMandate[] = []): NegotiatingMandate | null =>
  mandates.findLast(({ givenAt, ended }) => givenAt === null && ended === null) ?? null;

/** Whether somebody speaks for the bench under this mandate. */
export const speaksUnder = (
  { spokesperson, deputy }: Pick<NegotiatingMandate, 'spokesperson' | 'deputy'>,
  member: MemberId,
): boolean => spokesperson === member || deputy === member;
