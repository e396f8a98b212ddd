import { identityRoutes } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';
import { Act, type ActContext } from '../acts/act.js';
import { NotFound } from '../acts/problems.js';
import { type AuditSpaces } from '../audit/write/audit-spaces.js';
import { type Clock } from './clock.js';
import { DemoClock } from './demo-clock.js';

interface Command {
  readonly now: Instant;
}

interface Outcome {
  readonly now: Instant;
  readonly movable: boolean;
}

/** Puts the clock of a demonstration or of a test to another moment. Outside those modes there is no such act. */
export class MoveClock extends Act<Command, Outcome> {
  override readonly name = 'clock.moved';
  override readonly command = schema();

  constructor(
    private readonly clock: Clock,
    private readonly spaces: AuditSpaces,
  ) {
    super();
  }

  override async execute({ now: to }: Command, context: ActContext): Promise<Outcome> {
    if (!(this.clock instanceof DemoClock)) throw new NotFound('clock');
    const { id: space } = await this.spaces.system(context.manager);
    const { moved } = await this.clock.store(context.manager, to);
    context.record({ space, act: this.name, stream: 'clock', actor: null, data: { from: context.now, to } });
    context.afterCommit(moved);
    return { now: to, movable: true };
  }
}

function schema(): NonNullable<typeof identityRoutes.moveClock.body> {
  const { body } = identityRoutes.moveClock;
  if (!body) throw new Error('the route of the clock has no body');
  return body;
}
