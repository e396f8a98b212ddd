import { instant } from '@tavolo/kernel';
import { expiryOfInvitation, invitationState, mayStep, type InvitationState } from './invitation-state.js';

const sentAt = instant('2026-11-01T10:00:00Z');
const open = { expiresAt: expiryOfInvitation(sentAt), acceptedAt: null, withdrawnAt: null };
const before = instant('2026-11-15T09:59:59.999Z');
const after = instant('2026-11-15T10:00:00Z');

describe('the state of an invitation', () => {
  it('can be accepted for fourteen days, to the millisecond', () => {
    expect(invitationState(open, false, before)).toBe('sent');
    expect(invitationState(open, false, after)).toBe('expired');
  });

  it('shows that the link was looked at, until it expires', () => {
    expect(invitationState(open, true, before)).toBe('opened');
    expect(invitationState(open, true, after)).toBe('expired');
  });

  it('stays accepted or withdrawn whatever the time', () => {
    expect(invitationState({ ...open, acceptedAt: sentAt }, true, after)).toBe('accepted');
    expect(invitationState({ ...open, withdrawnAt: sentAt }, true, before)).toBe('withdrawn');
  });

  it.each<[InvitationState, boolean, boolean, boolean]>([
    ['sent', true, true, true],
    ['opened', true, true, true],
    ['expired', false, true, true],
    ['accepted', false, false, false],
    ['withdrawn', false, false, false],
  ])('from %s: accept %s, resend %s, withdraw %s', (state, accept, resend, withdraw) => {
    expect([mayStep(state, 'accept'), mayStep(state, 'resend'), mayStep(state, 'withdraw')]).toEqual([
      accept,
      resend,
      withdraw,
    ]);
  });
});
