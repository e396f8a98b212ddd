import { Injectable } from '@nestjs/common';
import { Act, NotFound, SessionRequired, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { PersonRecord } from '../records/person.record.js';
import { SessionEnding } from './session-ending.js';

const command = z.union([
  z.object({ which: z.literal('this') }),
  z.object({ which: z.literal('others') }),
  z.object({ which: z.literal('one'), id: z.string().max(64) }),
]);
type Command = z.infer<typeof command>;

/** Ends sessions of one's own: this one, one other, or all others. Somebody else's are not found. */
@Injectable()
export class EndSessions extends Act<Command, { ended: readonly string[] }> {
  readonly name = 'session.ended';
  readonly command = command;

  constructor(private readonly ending: SessionEnding) {
    super();
  }

  async execute(command: Command, context: ActContext): Promise<{ ended: readonly string[] }> {
    const { who } = context;
    if (who.kind !== 'person') throw new SessionRequired();
    const person = await context.manager.findOneByOrFail(PersonRecord, { id: who.person });
    if (command.which === 'this') {
      return { ended: await this.ending.end(context, person, { ids: [who.session] }, 'signed_out') };
    }
    if (command.which === 'others') {
      return { ended: await this.ending.end(context, person, { except: who.session }, 'ended_by_owner') };
    }
    if (!z.uuid().safeParse(command.id).success) throw new NotFound('session');
    const ended = await this.ending.end(context, person, { ids: [command.id] }, 'ended_by_owner');
    if (ended.length === 0) throw new NotFound('session');
    return { ended };
  }
}
