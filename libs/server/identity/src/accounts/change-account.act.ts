import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, InvalidInput, NotFound, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { bodyOf } from '../body-of.js';
import { PersonRecord } from '../records/person.record.js';
import { SystemLog } from '../system-log.js';

const command = bodyOf(identityRoutes.changeAccount);
type Command = z.infer<typeof command>;

/** Changes one's own name or language, or whether one is reminded of deadlines by mail. */
@Injectable()
export class ChangeAccount extends Act<Command, { person: string }> {
  readonly name = 'account.changed';
  readonly command = command;

  constructor(private readonly log: SystemLog) {
    super();
  }

  async execute({ name, language, reminders }: Command, context: ActContext): Promise<{ person: string }> {
    if (context.who.kind !== 'person') throw new SessionRequired();
    if (name === undefined && language === undefined && reminders === undefined) {
      throw new InvalidInput([{ path: 'body', code: 'nothing_to_change', message: 'Nothing given to change' }]);
    }
    const person = await context.manager.findOneBy(PersonRecord, { id: context.who.person });
    if (person === null) throw new NotFound('person');
    await context.manager.update(
      PersonRecord,
      { id: person.id },
      {
        name: name ?? person.name,
        language: language ?? person.language,
        reminders: reminders ?? person.reminders,
      },
    );
    await this.log.record(context, {
      act: 'account.changed',
      stream: `account:${person.pseudonym}`,
      actor: person.pseudonym,
      data: {
        account: person.pseudonym,
        ...(language === undefined ? {} : { language }),
        ...(reminders === undefined ? {} : { reminders }),
      },
      disclosures: name === undefined ? [] : [{ name: 'name', value: name, subject: person.id }],
    });
    return { person: person.id };
  }
}
