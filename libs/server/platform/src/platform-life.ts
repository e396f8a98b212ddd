import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ActRunner } from './acts/act-runner.js';
import { OutcomeStore } from './acts/outcome-store.js';
import { system } from './acts/who.js';
import { LeadingSequencer } from './audit/sequencing/leading-sequencer.js';
import { AuditSpaces } from './audit/write/audit-spaces.js';
import { OpenSystemLog } from './audit/write/open-system-log.act.js';
import { Clock } from './clock/clock.js';
import { DemoClock } from './clock/demo-clock.js';
import { PgBossJobs } from './jobs/pg-boss-jobs.js';
import { LiveGateway } from './live/live.gateway.js';
import { Mail } from './mail/mail.js';
import { SmtpMail } from './mail/smtp-mail.js';

const DAY_MILLIS = 86_400_000;

/** Starts what runs by itself (sequencer, mail, clock, jobs, tidying up) before the contexts start, and stops it in order. */
@Injectable()
export class PlatformLife implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  #tidying: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sequencer: LeadingSequencer,
    private readonly runner: ActRunner,
    private readonly spaces: AuditSpaces,
    private readonly outcomes: OutcomeStore,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly live: LiveGateway,
    private readonly jobs: PgBossJobs,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.clock instanceof DemoClock) {
      await this.clock.load(this.dataSource.manager);
      this.clock.onMoved((now) => this.live.clockMoved(now));
    }
    await this.#openSystemLog();
    await this.jobs.start();
    this.sequencer.start();
    if (this.mail instanceof SmtpMail) this.mail.start();
    await this.outcomes.prune(this.dataSource.manager);
    this.#tidying = setInterval(
      () => void this.outcomes.prune(this.dataSource.manager).catch(() => undefined),
      DAY_MILLIS,
    );
    this.#tidying.unref();
  }

  /** Before anything that the jobs of the contexts work with is ended. */
  async onModuleDestroy(): Promise<void> {
    await this.jobs.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#tidying) clearInterval(this.#tidying);
    if (this.mail instanceof SmtpMail) await this.mail.stop();
    await this.sequencer.stop();
  }

  /** Several processes may start for the first time at once: one opens the log, the others find it. */
  async #openSystemLog(): Promise<void> {
    const { manager } = this.dataSource;
    if (await this.spaces.findSystem(manager)) return;
    try {
      await this.runner.run(new OpenSystemLog(this.spaces), {}, system);
    } catch (error) {
      if (!(await this.spaces.findSystem(manager))) throw error;
    }
  }
}
