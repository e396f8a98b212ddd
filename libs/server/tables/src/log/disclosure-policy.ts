import { type ActName } from '@tavolo/contracts';

/** Acts that disclose who somebody is. Every other disclosure is a text of the table, as public as the table itself. */
const aboutPeople: ReadonlySet<ActName> = new Set<ActName>([
  'person.created',
  'account.created',
  'account.changed',
  'invitation.sent',
  'member.joined',
  'member.left',
]);

/** Disclosures that name a person whatever the act. */
const naming: ReadonlySet<string> = new Set(['name', 'email', 'contact']);

/** Whether a disclosed value is shown to a reader who may not see names of people. */
export function isOpenToAll(act: ActName, { name, subject }: { name: string; subject: string | null }): boolean {
  if (aboutPeople.has(act)) return false;
  return subject === null || !naming.has(name);
}
