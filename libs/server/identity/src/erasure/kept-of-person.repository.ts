import { type EntityManager, In } from 'typeorm';
import { normalEmail } from '../accounts/account-creation.js';
import { AccountRecord } from '../records/account.record.js';
import { InvitationOpeningRecord } from '../records/invitation-opening.record.js';
import { InvitationRecord } from '../records/invitation.record.js';
import { PersonRecord } from '../records/person.record.js';
import { ResetLinkRecord } from '../records/reset-link.record.js';

/** What this context keeps about one person, besides her sessions. */
export interface KeptOfPerson {
  readonly person: PersonRecord;
  /** Her addresses in lower case: that of her account, and the one given before she had an account. */
  readonly addresses: readonly string[];
  /** Every invitation that was sent to one of them, whatever became of it. */
  readonly invitations: readonly InvitationRecord[];
}

/** Finds it by the id of the person; `null` when nobody has it. */
export async function keptOfPerson(manager: EntityManager, id: string): Promise<KeptOfPerson | null> {
  const person = await manager.findOneBy(PersonRecord, { id });
  if (person === null) return null;
  const account = await manager.findOneBy(AccountRecord, { person: id });
  const known = [account?.email ?? null, person.contact].filter((address) => address !== null);
  const addresses = [...new Set(known.map(normalEmail))];
  return { person, addresses, invitations: await manager.findBy(InvitationRecord, { email: In(addresses) }) };
}

/** Deletes all of it. Her sessions are to have ended before. */
export async function deletePerson(manager: EntityManager, { person, invitations }: KeptOfPerson): Promise<void> {
  const tokens = invitations.map(({ tokenHash }) => tokenHash);
  await manager.delete(InvitationOpeningRecord, { tokenHash: In(tokens) });
  await manager.delete(InvitationRecord, { id: In(invitations.map(({ id }) => id)) });
  await manager.delete(ResetLinkRecord, { person: person.id });
  await manager.delete(AccountRecord, { person: person.id });
  await manager.delete(PersonRecord, { id: person.id });
}
