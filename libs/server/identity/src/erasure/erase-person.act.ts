import { identityRoutes } from '@tavolo/contracts';
import { Injectable } from '@nestjs/common';
import {
  Act,
  AuditErasure,
  AuditSpaces,
  DomainRefusal,
  InvalidInput,
  LiveSessions,
  NotFound,
  PersonalData,
  type ActContext,
} from '@tavolo/server-platform';
import { z } from 'zod';
import { Administrators } from '../accounts/administrators.js';
import { bodyOf } from '../body-of.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { SystemLog } from '../system-log.js';
import { deletePerson, keptOfPerson, type KeptOfPerson } from './kept-of-person.repository.js';

const command = z.intersection(z.object({ id: z.uuid() }), bodyOf(identityRoutes.erasePerson));
type Command = z.infer<typeof command>;

/**
 * Erases a person, for administrators: what stands for her in the logs, her account, invitations, sessions and name (audit-log.md
 * 6). What she did stays, under her pseudonyms, which lead to nobody any more. Refused while she holds a seat or a role
 * (`person.still_at_table`), for oneself (`person.is_oneself`), and when the reason, which stays, would name her.
 */
@Injectable()
export class ErasePerson extends Act<Command, { done: true }> {
  readonly name = 'subject.erased';
  readonly command = command;

  constructor(
    private readonly administrators: Administrators,
    private readonly personalData: PersonalData,
    private readonly erasure: AuditErasure,
    private readonly spaces: AuditSpaces,
    private readonly sessions: SessionRepository,
    private readonly live: LiveSessions,
    private readonly log: SystemLog,
  ) {
    super();
  }

  async execute({ id, basis, reason }: Command, context: ActContext): Promise<{ done: true }> {
    const { manager, who } = context;
    const actor = await this.administrators.require(context);
    // Otherwise the last administrator could leave an installation that nobody can administer.
    if (who.kind === 'person' && who.person === id) {
      throw new DomainRefusal({ code: 'person.is_oneself' }, { status: 409 });
    }
    const kept = await keptOfPerson(manager, id);
    if (kept === null) throw new NotFound('person');
    refuseToName(kept, reason);
    // What others keep refers to her: it goes first, and may refuse.
    await this.personalData.erase({ person: id, addresses: kept.addresses, basis }, context);
    const count = await this.eraseFromSystemLog(kept, context);
    const ended = await this.sessions.remove(manager, id, { except: null });
    await deletePerson(manager, kept);
    const { pseudonym } = kept.person;
    await this.log.record(context, {
      act: 'subject.erased',
      stream: `person:${pseudonym}`,
      actor,
      data: { person: pseudonym, count, basis },
      disclosures: [{ name: 'reason', value: reason, subject: null }],
    });
    context.afterCommit(() => this.live.end(ended));
    return { done: true };
  }

  /** Deletes what stands for her, and for what was sent to her, in the log of the installation. Returns the number of disclosures. */
  private async eraseFromSystemLog({ person, invitations }: KeptOfPerson, { manager }: ActContext): Promise<number> {
    const { id: space } = await this.spaces.system(manager);
    let count = 0;
    for (const subject of [person.id, ...invitations.map(({ id }) => id)]) {
      count += await this.erasure.eraseSubject(manager, space, subject);
    }
    return count;
  }
}

/** The reason is kept in the log: it must not bring back what is erased. */
function refuseToName({ person, addresses }: KeptOfPerson, reason: string): void {
  const written = wordsOf(reason);
  if ([person.name, ...addresses].some((word) => written.includes(wordsOf(word)))) {
    throw new InvalidInput([{ path: 'body.reason', code: 'names_person', message: 'The reason names the person' }]);
  }
}

/** The words of a text without capitals and signs, each between spaces: `Bo` is not found in `about`. */
const wordsOf = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
