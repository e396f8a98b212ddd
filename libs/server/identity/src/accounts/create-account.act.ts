import { emailSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { PersonRecord } from '../records/person.record.js';
import { AccountCreation } from './account-creation.js';
import { Administrators } from './administrators.js';

const command = z.object({ person: z.uuid(), email: emailSchema, administrator: z.boolean().default(false) });
export type CreateAccountCommand = z.infer<typeof command>;

/** Opens an account without a password for a known person. For administrators and imports; people themselves accept an invitation. */
@Injectable()
export class CreateAccount extends Act<CreateAccountCommand, { person: string }> {
  readonly name = 'account.created';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly accounts: AccountCreation,
  ) {
    super();
  }

  async execute({ person: id, ...account }: CreateAccountCommand, context: ActContext): Promise<{ person: string }> {
    const actor = await this.administrators.require(context);
    const person = await context.manager.findOneBy(PersonRecord, { id });
    if (person === null) throw new NotFound('person');
    await this.accounts.create(context, person, { ...account, passwordHash: null }, actor);
    return { person: id };
  }
}
