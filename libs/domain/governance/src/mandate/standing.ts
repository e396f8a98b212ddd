import { type Instant } from '@tavolo/kernel';
import { type Mandate, type MandateStanding, type MandateState } from '../mandate.js';
import { leftFor } from './ledger.js';
import { expiryOf, overdueAt, startOf } from './mandate-times.js';

/** What a decision is told of its mandate as it was last recorded; `left` is what this decision may take. */
export function standingOf(mandate: Mandate, proposal: string): MandateStanding {
  const { terms, state, grant, suspensions, ended } = mandate;
  const { key, holders, scope, expenseTypes, exclusions, perDecision, budget } = terms;
  const inForce = state === 'active' || state === 'suspended';
  return {
    key,
    state,
    startsAt: state === 'proposed' && grant ? startOf(terms) : null,
    suspendsAt: inForce ? overdueAt(mandate) : null,
    suspensions: suspensions.map(({ from, until }) => ({ from, until })),
    expiresAt: expiryOf(terms),
    endedAt: ended?.at ?? null,
    holders,
    scope: scope.map(({ id }) => id),
    expenseTypes,
    exclusions: exclusions.map(({ id }) => id),
    perDecision,
    budget,
    left: leftFor(mandate, proposal),
  };
}

/** When the mandate ends, as far as is known: its expiry, or when it was revoked. */
export const endOf = ({ endedAt, expiresAt }: MandateStanding): Instant => endedAt ?? expiresAt;

/** The state of the mandate at that moment, as far as is known: what was recorded, and what the clock has brought about since. */
export function mandateStateAt(standing: MandateStanding, at: Instant): MandateState {
  const { state, startsAt, suspendsAt, endedAt, expiresAt } = standing;
  if (endedAt !== null) return state;
  if (state === 'proposed' && (startsAt === null || at < startsAt)) return 'proposed';
  if (at >= expiresAt) return 'expired';
  if (suspendsAt !== null && at >= suspendsAt) return 'suspended';
  return state === 'proposed' ? 'active' : state;
}

/** The first moment from `from` on at which the mandate does not decide for a while; `null` when none is known. */
export function interruptionFrom({ suspensions, suspendsAt }: MandateStanding, from: Instant): Instant | null {
  const begun = suspensions
    .filter(({ until }) => until === null || until > from)
    .map((one) => (one.from > from ? one.from : from));
  const due = suspendsAt === null ? [] : [suspendsAt > from ? suspendsAt : from];
  return [...begun, ...due].toSorted()[0] ?? null;
}
