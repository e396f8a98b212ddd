import { Injectable } from '@nestjs/common';
import { DomainRefusal, type ActContext } from '@tavolo/server-platform';
import { AccountRecord } from '../records/account.record.js';
import { type PersonRecord } from '../records/person.record.js';
import { takenAs } from '../taken.repository.js';
import { SystemLog } from '../system-log.js';

export interface NewAccount {
  readonly email: string;
  /** `null`: she cannot sign in with a password until she is given one. */
  readonly passwordHash: string | null;
  readonly administrator: boolean;
}

/** Addresses are compared in lower case, whole. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** Opens accounts, for every act that does so. */
@Injectable()
export class AccountCreation {
  constructor(private readonly log: SystemLog) {}

  /** Writes the account and records `account.created`. Refuses an address, or a person, that has an account. */
  async create(
    context: ActContext,
    person: PersonRecord,
    account: NewAccount,
    actor: string | null,
  ): Promise<AccountRecord> {
    const email = normalEmail(account.email);
    const taken = await context.manager.existsBy(AccountRecord, [{ email }, { person: person.id }]);
    if (taken) throw new DomainRefusal({ code: 'account.exists' }, { status: 409 });
    const record = context.manager.create(AccountRecord, {
      person: person.id,
      createdAt: context.now,
      ...account,
      email,
    });
    await takenAs('account.exists', context.manager.insert(AccountRecord, record));
    await this.log.record(context, {
      act: 'account.created',
      stream: `account:${person.pseudonym}`,
      actor,
      data: { account: person.pseudonym, administrator: account.administrator },
      disclosures: [{ name: 'email', value: email, subject: person.id }],
    });
    return record;
  }
}
