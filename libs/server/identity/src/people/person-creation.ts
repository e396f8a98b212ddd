import { randomUUID } from 'node:crypto';
import { type Language, type Words } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { type ActContext, type DisclosureDraft } from '@tavolo/server-platform';
import { PersonRecord } from '../records/person.record.js';
import { SystemLog } from '../system-log.js';
import { takenAs } from '../taken.repository.js';
import { newPseudonym } from '../tokens.js';

/** What is known of a person when she is first entered. */
export interface NewPerson {
  readonly key: string | null;
  readonly name: string;
  readonly title: Words | null;
  readonly contact: string | null;
  readonly language: Language;
}

/** Enters people, for every act that does so: importing, accepting an invitation, setting up. */
@Injectable()
export class PersonCreation {
  constructor(private readonly log: SystemLog) {}

  /** Writes the person and records `person.created`. `actor` absent: the person herself. */
  async create(context: ActContext, person: NewPerson, actor?: string | null): Promise<PersonRecord> {
    const ids = { id: randomUUID(), pseudonym: newPseudonym() };
    const record = context.manager.create(PersonRecord, { ...ids, createdAt: context.now, ...person });
    await takenAs('person.key_taken', context.manager.insert(PersonRecord, record));
    await this.log.record(context, {
      act: 'person.created',
      stream: `person:${record.pseudonym}`,
      actor: actor === undefined ? record.pseudonym : actor,
      data: { person: record.pseudonym, ...(person.key === null ? {} : { key: person.key }) },
      disclosures: disclosuresOf(record),
    });
    return record;
  }
}

function disclosuresOf({ id, name, title, contact }: PersonRecord): DisclosureDraft[] {
  return [
    { name: 'name', value: name, subject: id },
    ...(title === null ? [] : [{ name: 'title', value: { ...title }, subject: id }]),
    ...(contact === null ? [] : [{ name: 'contact', value: contact, subject: id }]),
  ];
}
