import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Waiting } from '@tavolo/contracts';
import { epoch, instant, type Instant } from '@tavolo/kernel';
import { PublicAddress, RemindedPeople, type RemindedPerson } from '@tavolo/server-identity';
import { Clock, Jobs, type Job, type Letter, type Who } from '@tavolo/server-platform';
import { Expectations, TablePolicy, type Standing } from '@tavolo/server-tables';
import { reminderMail } from './reminder-mail.js';
import { ReminderRepository } from './reminder.repository.js';

/** The job that reminds people before something that is asked of them falls due. */
export const reminderJob = 'reminders';

const dayMillis = 86_400_000;
/** Reminded so long before; whoever is asked for something later than that is told at once. */
const ahead = 2 * dayMillis;
/** Reminders of deadlines that are over for so long are forgotten. */
const kept = 90 * dayMillis;

/**
 * Reminds by mail: each person once of each deadline, two days before it, if something is still asked of her then. What is asked is what her
 * own page says. Nobody is reminded of what is over, so a long stop or a leap of the clock makes no flood.
 */
@Injectable()
export class Reminders implements Job, OnApplicationBootstrap {
  readonly name = reminderJob;
  readonly atLeastEvery = 600_000;
  readonly #log = new Logger('Reminders');

  constructor(
    private readonly reminders: ReminderRepository,
    private readonly people: RemindedPeople,
    private readonly policy: TablePolicy,
    private readonly expectations: Expectations,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.offer(this);
  }

  async perform(ending: AbortSignal): Promise<null> {
    const now = this.clock.now();
    const until = instant(epoch(now) + ahead);
    const tables = await this.reminders.tablesWithDeadlines(now, until);
    let sent = 0;
    for (const person of await this.#peopleAt(tables)) {
      if (ending.aborted) return null;
      for (const one of await this.#deadlinesOf(person, tables, now, until)) {
        if (await this.reminders.remindOnce(one.reminder, one.letter)) sent++;
      }
    }
    if (sent > 0) this.#log.log(`${sent} reminders sent`);
    await this.reminders.forget(instant(epoch(now) - kept));
    return null;
  }

  async #peopleAt(tables: readonly string[]): Promise<RemindedPerson[]> {
    const ids = new Set<string>();
    for (const table of tables) {
      for (const { person } of (await this.policy.members(table)).values()) if (person !== null) ids.add(person);
    }
    return ids.size === 0 ? [] : this.people.among([...ids]);
  }

  async #deadlinesOf(person: RemindedPerson, tables: readonly string[], now: Instant, until: Instant) {
    // She need not be signed in to be reminded.
    const who: Who = { kind: 'person', person: person.id, session: '' };
    const standings = (await this.policy.all(who)).filter(({ table }) => tables.includes(table.id));
    const waiting = await this.expectations.of(who, standings);
    return waiting.flatMap((one) => {
      const dueAt = one.expectation.until;
      if (dueAt === null || dueAt <= now || dueAt > until) return [];
      const reminder = { person: person.id, proposal: one.proposal.key, dueAt };
      return [{ reminder, letter: this.#letter(person, one, dueAt, standings) }];
    });
  }

  #letter(person: RemindedPerson, one: Waiting, dueAt: Instant, standings: readonly Standing[]): Letter {
    const { name, language, address: to } = person;
    const isPrivate = standings.some(({ table }) => table.key === one.table.key && table.room !== null);
    const matter = { title: one.proposal.title, table: one.table.name, asked: one.expectation };
    const texts = reminderMail(language, {
      name,
      matter: isPrivate ? null : matter,
      dueAt,
      link: this.address.page(isPrivate ? '/' : `/proposals/${one.proposal.key}`),
      account: this.address.page('/account'),
    });
    return { to, language, ...texts };
  }
}
