import { type Language } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Installation } from '../installation.js';

/** Somebody who wants to be reminded, and how she is reached. */
export interface RemindedPerson {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly address: string;
}

/**
 * Who may be reminded by mail: whoever has an account and has not switched reminders off. In a demonstration, whose people have no accounts,
 * also who has an invented address: nothing leaves it.
 */
@Injectable()
export class RemindedPeople {
  constructor(
    private readonly database: DataSource,
    private readonly installation: Installation,
  ) {}

  /** Those of `ids` who may be reminded; one query. */
  async among(ids: readonly string[]): Promise<RemindedPerson[]> {
    return this.database.query<RemindedPerson[]>(
      `select p.id, p.name, p.language, coalesce(a.email, case when $2 then p.contact end) as address
       from identity_person p left join identity_account a on a.person_id = p.id
       where p.id = any($1::uuid[]) and p.reminders and coalesce(a.email, case when $2 then p.contact end) is not null
       order by p.id`,
      [ids, this.installation.isDemo && this.installation.outbox],
    );
  }
}
