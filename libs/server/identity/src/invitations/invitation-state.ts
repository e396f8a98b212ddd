import { plusMillis, type Instant } from '@tavolo/kernel';

/** How many days an invitation can be accepted. */
export const invitationDays = 14;

export type InvitationState = 'sent' | 'opened' | 'accepted' | 'expired' | 'withdrawn';
export type InvitationStep = 'accept' | 'resend' | 'withdraw';

export interface InvitationTimes {
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

/** When an invitation sent at `now` expires. */
export const expiryOfInvitation = (now: Instant): Instant => plusMillis(now, invitationDays * 24 * 60 * 60 * 1000);

/** The state follows from what was recorded and from `now`. `opened`: whether its newest link has been looked at. */
export function invitationState(times: InvitationTimes, opened: boolean, now: Instant): InvitationState {
  if (times.acceptedAt !== null) return 'accepted';
  if (times.withdrawnAt !== null) return 'withdrawn';
  if (now >= times.expiresAt) return 'expired';
  return opened ? 'opened' : 'sent';
}

const steps: Readonly<Record<InvitationState, readonly InvitationStep[]>> = {
  sent: ['accept', 'resend', 'withdraw'],
  opened: ['accept', 'resend', 'withdraw'],
  expired: ['resend', 'withdraw'],
  accepted: [],
  withdrawn: [],
};

/** The one door: whether a step is possible in a state. Accepted and withdrawn are final; nothing else revives an invitation. */
export const mayStep = (state: InvitationState, step: InvitationStep): boolean => steps[state].includes(step);
