import { type Sector } from '@tavolo/governance';
import { Injectable } from '@nestjs/common';
import { newPseudonym, PersonReader } from '@tavolo/server-identity';
import { NotFound, type ActContext, type DisclosureDraft } from '@tavolo/server-platform';
import { type TableFacts } from '../policy/table-facts.js';
import { insertMember } from '../policy/member.repository.js';
import { MemberRecord } from '../records/member.record.js';
import { OrganisationRecord } from '../records/organisation.record.js';

/** Who takes a place: somebody of the table by her pseudonym, or anybody by her id. */
export interface Newcomer {
  readonly member?: string | undefined;
  readonly person?: string | undefined;
}

export interface Joining {
  readonly person: string;
  readonly sector: Sector | null;
  readonly organisation: string | null;
}

/** Membership of a table: the pseudonym, and the one entry that says (erasably) who it is. */
@Injectable()
export class Membership {
  constructor(private readonly people: PersonReader) {}

  /** The id of whoever is to take a place. Throws `NotFound`, also for a pseudonym of another table and for somebody who was erased. */
  async personOf({ manager }: ActContext, table: TableFacts, { member, person }: Newcomer): Promise<string> {
    if (person !== undefined) return person;
    const known = member === undefined ? null : await manager.findOneBy(MemberRecord, { id: member, table: table.id });
    if (!known?.person) throw new NotFound('member');
    return known.person;
  }

  /** Why somebody's place ended, in words that are erased with her; nothing where nothing was written. */
  async reasonAbout({ manager }: ActContext, member: string, reason: string | null): Promise<DisclosureDraft[]> {
    if (reason === null || reason === '') return [];
    const known = await manager.findOneBy(MemberRecord, { id: member });
    return [{ name: 'reason', value: reason, subject: known?.person ?? null }];
  }

  /** The pseudonym of the person at the table; she joins if she has not. Only a new membership is recorded. */
  async join(context: ActContext, table: TableFacts, joining: Joining, actor: string | null): Promise<string> {
    const { manager, now } = context;
    const { person: id, sector, organisation } = joining;
    const person = (await this.people.people([id], manager)).get(id);
    if (!person) throw new NotFound('person');
    const known = await manager.findOneBy(MemberRecord, { table: table.id, person: id });
    if (known?.joinedAt) return known.id;
    const member = known?.id ?? newPseudonym();
    if (known) await manager.update(MemberRecord, { id: member }, { sector, organisation, joinedAt: now });
    else await insertMember(manager, { id: member, table: table.id, person: id, sector, organisation, joinedAt: now });
    const held = organisation === null ? null : await manager.findOneBy(OrganisationRecord, { id: organisation });
    context.record({
      space: table.space,
      act: 'member.joined',
      stream: `member:${member}`,
      actor,
      data: { member, sector, organisation },
      disclosures: [
        { name: 'name', value: person.name, subject: id },
        ...(person.title ? [{ name: 'title', value: { ...person.title }, subject: id }] : []),
        ...(held ? [{ name: 'organisation', value: { ...held.name }, subject: id }] : []),
      ],
    });
    return member;
  }
}
