import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { type z } from 'zod';
import { bodyOf, onDevice } from '../body-of.js';
import { PersonRecord } from '../records/person.record.js';
import { SessionOpening, type OpenedSession } from '../sessions/session-opening.js';
import { DemoDoor } from './demo-door.js';

const command = bodyOf(identityRoutes.demoSession).and(onDevice);
type Command = z.infer<typeof command>;

/** Signs in as a person of the demonstration, by her key. In every other mode there is no such door. */
@Injectable()
export class OpenDemoSession extends Act<Command, OpenedSession> {
  readonly name = 'session.opened';
  readonly command = command;

  constructor(
    private readonly door: DemoDoor,
    private readonly opening: SessionOpening,
  ) {
    super();
  }

  async execute({ person: key, device }: Command, context: ActContext): Promise<OpenedSession> {
    this.door.mustBeOpen();
    const person = await context.manager.findOneBy(PersonRecord, { key });
    if (person === null) throw new NotFound('person');
    return this.opening.open(context, person, 'demonstration', device);
  }
}
