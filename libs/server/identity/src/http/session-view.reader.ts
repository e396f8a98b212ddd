import { type SessionView } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Clock, type Who } from '@tavolo/server-platform';
import { DataSource } from 'typeorm';
import { Installation } from '../installation.js';
import { AccountRecord } from '../records/account.record.js';
import { PersonRecord } from '../records/person.record.js';
import { needsSetUp } from '../setup/set-up.repository.js';

/** Who is signed in, and what installation this is. */
@Injectable()
export class SessionViewReader {
  constructor(
    private readonly database: DataSource,
    private readonly installation: Installation,
    private readonly clock: Clock,
  ) {}

  async view(who: Who): Promise<SessionView> {
    const { mode, version, outbox, isDemo } = this.installation;
    return {
      person: who.kind === 'person' ? await this.person(who.person) : null,
      installation: { mode, version, outbox, needsSetUp: !isDemo && (await needsSetUp(this.database.manager)) },
      clock: { now: this.clock.now(), movable: this.clock.movable },
    };
  }

  private async person(id: string): Promise<SessionView['person']> {
    const [person, account] = await Promise.all([
      this.database.manager.findOneBy(PersonRecord, { id }),
      this.database.manager.findOneBy(AccountRecord, { person: id }),
    ]);
    if (person === null) return null;
    const { key, name, language, reminders } = person;
    const { email = null, administrator = false } = account ?? {};
    return { id, key, name, language, email, administrator, reminders };
  }
}
