import { languageSchema, wordsSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Administrators } from '../accounts/administrators.js';
import { plainWords } from '../plain-words.js';
import { PersonRecord } from '../records/person.record.js';
import { PersonCreation } from './person-creation.js';

const command = z.object({
  key: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,20}$/)
    .nullable()
    .default(null),
  name: z.string().trim().min(1).max(120),
  title: wordsSchema.nullable().default(null),
  contact: z.email().max(254).nullable().default(null),
  language: languageSchema.default('en'),
});
export type CreatePersonCommand = z.infer<typeof command>;

/** Enters a person who has no account yet. Refuses a key that is taken. For administrators and imports. */
@Injectable()
export class CreatePerson extends Act<CreatePersonCommand, { id: string; key: string | null }> {
  readonly name = 'person.created';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly people: PersonCreation,
  ) {
    super();
  }

  async execute(command: CreatePersonCommand, context: ActContext): Promise<{ id: string; key: string | null }> {
    const actor = await this.administrators.require(context);
    if (command.key !== null && (await context.manager.existsBy(PersonRecord, { key: command.key }))) {
      throw new DomainRefusal({ code: 'person.key_taken', params: { key: command.key } }, { status: 409 });
    }
    const { id, key } = await this.people.create(
      context,
      { ...command, title: command.title === null ? null : plainWords(command.title) },
      actor,
    );
    return { id, key };
  }
}
