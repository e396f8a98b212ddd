import { type ActName, type LogEntryView } from '@tavolo/contracts';

/** Acts whose words are a whole sentence of their own: `The ballot closed`. All others follow their subject: `Voted`. */
export const wholeSentences: ReadonlySet<ActName> = new Set<ActName>([
  'mode.changed',
  'proposal.frozen',
  'proposal.settled',
  'ratification.given',
  'ratification.refused',
  'consent_round.closed',
  'vote.roll',
  'vote.suspended',
  'vote.resumed',
  'vote.voided',
  'vote.closed',
  'vote.result',
  'hold.declared',
  'mediation.opened',
  'mediation.closed',
  'proposal.referred_back',
  'proposal.adopted',
  'proposal.not_agreed',
  'organ.requested',
  'organ.confirmed',
  'organ.refused',
  'negotiating_mandate.given',
  'negotiating_mandate.ended',
  'consultation.extended',
  'consultation.closed',
  'consultation.overdue',
  'consultation.lapsed',
  'charter.entered_into_force',
  'charter.not_in_force',
  'charter.at_risk',
  'charter.recovered',
  'charter.lapsed',
  'charter.amended',
  'withdrawal.took_effect',
  'signatory.excluded',
  'mode_change.notice_given',
  'mode_change.adopted',
  'mode_change.rejected',
  'mode_change.took_effect',
  'mode_change.emergency_ended',
  'mandate.took_effect',
  'mandate.suspended',
  'mandate.reactivated',
  'mandate.expired',
  'scope_check.passed',
  'decision.blocked',
  'decision.adopted',
  'decision.returned',
  'decision.took_effect',
  'subject.erased',
  'restore.performed',
  'log.key.added',
  'log.key.retired',
]);

/** Acts that are told of the person whom they concern, not of who recorded them. */
const toldOfMember: ReadonlySet<ActName> = new Set<ActName>([
  'member.joined',
  'member.left',
  'seat.filled',
  'seat.vacated',
  'role.given',
  'role.ended',
]);

/** What is done outside the rules of a table when nobody of the table did it. */
const operated: ReadonlySet<ActName> = new Set<ActName>([
  'subject.erased',
  'restore.performed',
  'log.key.added',
  'log.key.retired',
]);

/** Of whom an entry tells, and who stands behind it where that is somebody else. */
export interface Acting {
  /** Pseudonyms, `actor` for whoever is named by the entry, or `null` where the act is a whole sentence. */
  readonly subject: 'actor' | 'visitor' | 'installation' | { readonly members: readonly string[] } | null;
  readonly behind: 'actor' | 'rules' | 'operator' | null;
}

/** Reads of whom an entry tells. */
export function actingIn({ act, actor, data }: Pick<LogEntryView, 'act' | 'actor' | 'data'>): Acting {
  const { member } = data;
  if (toldOfMember.has(act) && typeof member === 'string') {
    return { subject: { members: [member] }, behind: actor && actor.member !== member ? 'actor' : null };
  }
  if (wholeSentences.has(act)) {
    return { subject: null, behind: actor ? 'actor' : operated.has(act) ? 'operator' : 'rules' };
  }
  if (actor) return { subject: 'actor', behind: null };
  if (data.by === 'visitor') return { subject: 'visitor', behind: null };
  const writers = Array.isArray(data.contributors) ? data.contributors.filter((one) => typeof one === 'string') : [];
  return { subject: writers.length > 0 ? { members: writers } : 'installation', behind: null };
}
