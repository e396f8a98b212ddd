import { Injectable } from '@nestjs/common';
import { AuditSpaces, type ActContext, type EntryDraft } from '@tavolo/server-platform';
import { PersonRecord } from './records/person.record.js';

/** The log of the installation: who may enter, who came in, what administrators did. */
@Injectable()
export class SystemLog {
  constructor(private readonly spaces: AuditSpaces) {}

  /** Records an entry in the log of the installation. */
  async record(context: ActContext, draft: Omit<EntryDraft, 'space'>): Promise<void> {
    context.record({ ...draft, space: (await this.spaces.system(context.manager)).id });
  }

  /** The pseudonym, in this log, of who acts; `null` for the system and for visitors. */
  async actor(context: Pick<ActContext, 'who' | 'manager'>): Promise<string | null> {
    if (context.who.kind !== 'person') return null;
    const person = await context.manager.findOneBy(PersonRecord, { id: context.who.person });
    return person?.pseudonym ?? null;
  }
}
