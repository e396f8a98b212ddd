import { passwordSchema } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import { Act, NotFound, type ActContext } from '@tavolo/server-platform';
import { z } from 'zod';
import { Passwords } from '../accounts/passwords.js';
import { AccountRecord } from '../records/account.record.js';
import { PersonRecord } from '../records/person.record.js';
import { ResetLinkRecord } from '../records/reset-link.record.js';
import { RealTime } from '../sessions/real-time.js';
import { SessionEnding } from '../sessions/session-ending.js';
import { SystemLog } from '../system-log.js';
import { tokenHash } from '../tokens.js';

const command = z.object({ token: z.string().min(20).max(200), password: passwordSchema });
type Command = z.infer<typeof command>;

/** Sets a new password with a link from a mail. The link works once and for an hour; every session of hers ends. */
@Injectable()
export class ResetPassword extends Act<Command, { done: true }> {
  readonly name = 'account.password_reset';
  readonly command = command;

  constructor(
    private readonly passwords: Passwords,
    private readonly log: SystemLog,
    private readonly ending: SessionEnding,
    private readonly time: RealTime,
  ) {
    super();
  }

  async execute({ token, password }: Command, context: ActContext): Promise<{ done: true }> {
    const { manager } = context;
    const link = await manager.findOneBy(ResetLinkRecord, { tokenHash: tokenHash(token) });
    if (link === null || link.expiresAt <= this.time.now()) throw new NotFound('password_reset');
    const person = await manager.findOneByOrFail(PersonRecord, { id: link.person });
    await manager.delete(ResetLinkRecord, { person: person.id });
    const passwordHash = await this.passwords.hash(password);
    await manager.update(AccountRecord, { person: person.id }, { passwordHash });
    await this.log.record(context, {
      act: 'account.password_reset',
      stream: `account:${person.pseudonym}`,
      actor: person.pseudonym,
      data: { account: person.pseudonym },
    });
    await this.ending.end(context, person, { except: null }, 'password_reset');
    return { done: true };
  }
}
