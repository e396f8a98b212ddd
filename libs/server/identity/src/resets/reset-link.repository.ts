import { Injectable } from '@nestjs/common';
import { type Instant } from '@tavolo/kernel';
import { DataSource, LessThan } from 'typeorm';
import { AccountRecord } from '../records/account.record.js';
import { PersonRecord } from '../records/person.record.js';
import { ResetLinkRecord } from '../records/reset-link.record.js';

/** Reads who may reset a password, and keeps the links. */
@Injectable()
export class ResetLinkRepository {
  constructor(private readonly database: DataSource) {}

  /** The person whose account has that address, or `null`. */
  async personByEmail(email: string): Promise<PersonRecord | null> {
    const account = await this.database.manager.findOneBy(AccountRecord, { email });
    return account === null ? null : this.database.manager.findOneBy(PersonRecord, { id: account.person });
  }

  async keep(link: Pick<ResetLinkRecord, 'tokenHash' | 'person' | 'expiresAt'>): Promise<void> {
    await this.database.manager.insert(ResetLinkRecord, link);
  }

  async removeExpired(now: Instant): Promise<void> {
    await this.database.manager.delete(ResetLinkRecord, { expiresAt: LessThan(now) });
  }
}
