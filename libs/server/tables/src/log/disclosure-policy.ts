import { type ActName } from '@tavolo/contracts';

/**
 * Acts that disclose who somebody is, and acts on drafts, which are for those inside the table. A seat may be recused from a draft: what
 * somebody has to do with it tells what it is about. Once the proposal is submitted, everybody reads the reason there. Why somebody left
 * a seat or a role is about her life, and for the people of the table.
 */
const closed: ReadonlySet<ActName> = new Set<ActName>([
  'person.created',
  'account.created',
  'account.changed',
  'invitation.sent',
  'member.joined',
  'member.left',
  'seat.vacated',
  'role.ended',
  'proposal.drafted',
  'proposal.retitled',
  'seat.recused',
]);

/** Disclosures that name a person whatever the act. */
const naming: ReadonlySet<string> = new Set(['name', 'email', 'contact']);

/** Whether a disclosed value is shown to a reader who may not see names: other texts of a table are as public as the table. */
export function isOpenToAll(act: ActName, { name, subject }: { name: string; subject: string | null }): boolean {
  if (closed.has(act)) return false;
  return subject === null || !naming.has(name);
}
