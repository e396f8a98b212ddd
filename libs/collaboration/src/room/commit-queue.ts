import * as Y from 'yjs';
import { type CollaborationLimits } from './limits.js';
import { type AcceptedUpdate, type CollaborationLog, type DocumentStore } from './ports.js';
import { Refusal } from './refusal.js';

interface Waiter {
  readonly upTo: number;
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (reason: Refusal) => void;
}

/** The updates of one document that are not yet durable. */
interface Line {
  updates: AcceptedUpdate[];
  readonly waiters: Waiter[];
  accepted: number;
  committed: number;
  failures: number;
  notBefore: number;
  failingSince: number | undefined;
}

/**
 * Group commit: one append is in flight, everything that arrives meanwhile goes into the next. Nothing is ever dropped:
 * what could not be stored is tried again until it is. One document that cannot be stored does not hold up the others.
 */
export class CommitQueue {
  private readonly lines = new Map<string, Line>();
  private running = false;
  private stopped = false;
  private sweeping: NodeJS.Timeout | undefined;
  private rerun: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: DocumentStore,
    private readonly limits: CollaborationLimits,
    private readonly log: CollaborationLog,
    /** Called for each row after it is durable. */
    private readonly stored: (update: AcceptedUpdate) => void,
  ) {}

  /**
   * Resolves when this update and all that came before it in the document are durable.
   * Rejects with a `Refusal` (`retry`) after the patience with the store is over; the update stays queued all the same.
   */
  add(update: AcceptedUpdate): Promise<void> {
    const line = this.lineOf(update.documentId);
    line.updates.push(update);
    line.accepted++;
    this.schedule(0);
    return this.wait(line);
  }

  /** Resolves when everything accepted so far in the document is durable; rejects as `add` does. */
  settled(documentId: string): Promise<void> {
    const line = this.lines.get(documentId);
    return line ? this.wait(line) : Promise.resolve();
  }

  /** Updates of the document that are not durable yet. */
  pending(documentId: string): readonly AcceptedUpdate[] {
    return this.lines.get(documentId)?.updates ?? [];
  }

  isIdle(documentId: string): boolean {
    return !this.lines.has(documentId);
  }

  /** The store has been failing for longer than the patience: no further updates should be taken. */
  isStalled(documentId: string): boolean {
    const since = this.lines.get(documentId)?.failingSince;
    return since !== undefined && performance.now() - since > this.limits.storePatienceMs;
  }

  /** Resolves when everything is durable, or rejects with the last failure after the patience is over. */
  async drain(): Promise<void> {
    await Promise.all([...this.lines.values()].map((line) => this.wait(line)));
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.sweeping);
    clearTimeout(this.rerun);
  }

  private lineOf(documentId: string): Line {
    let line = this.lines.get(documentId);
    if (!line) {
      line = {
        updates: [],
        waiters: [],
        accepted: 0,
        committed: 0,
        failures: 0,
        notBefore: 0,
        failingSince: undefined,
      };
      this.lines.set(documentId, line);
    }
    return line;
  }

  private wait(line: Line): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + this.limits.storePatienceMs;
      line.waiters.push({ upTo: line.accepted, deadline, resolve, reject });
      const period = Math.min(250, this.limits.storePatienceMs);
      this.sweeping ??= setInterval(() => this.sweep(), period).unref();
    });
  }

  /** Answers those who waited too long for the store. */
  private sweep(): void {
    const now = performance.now();
    for (const line of this.lines.values()) {
      while (line.waiters[0] && line.waiters[0].deadline <= now) line.waiters.shift()?.reject(new Refusal('retry'));
    }
    if (this.lines.size > 0) return;
    clearInterval(this.sweeping);
    this.sweeping = undefined;
  }

  private schedule(delay: number): void {
    if (this.running || this.stopped) return;
    this.running = true;
    const start = (): void => {
      void this.run();
    };
    if (delay === 0) setImmediate(start);
    else this.rerun = setTimeout(start, delay);
  }

  private async run(): Promise<void> {
    for (let due = this.due(); due.length > 0; due = this.due()) await this.commit(due);
    this.running = false;
    const waiting = [...this.lines.values()].map((line) => line.notBefore - performance.now());
    if (waiting.length > 0) this.schedule(Math.max(1, Math.min(...waiting)));
  }

  private due(): string[] {
    const now = performance.now();
    return [...this.lines].filter(([, line]) => line.updates.length > 0 && line.notBefore <= now).map(([id]) => id);
  }

  private async commit(documentIds: readonly string[]): Promise<void> {
    const batch = documentIds.map((id) => ({ id, updates: this.lines.get(id)?.updates.slice() ?? [] }));
    try {
      await this.append(batch.flatMap(({ updates }) => updates));
      for (const { id, updates } of batch) this.succeed(id, updates.length);
    } catch (error) {
      if (batch.length === 1) for (const { id } of batch) this.fail(id, error);
      // One unfit document must not take the others down with it: each is tried by itself.
      else for (const { id } of batch) await this.commit([id]);
    }
  }

  private async append(updates: readonly AcceptedUpdate[]): Promise<void> {
    const rows = merged(updates);
    await this.store.append(rows);
    for (const row of rows) this.stored(row);
  }

  private succeed(documentId: string, count: number): void {
    const line = this.lines.get(documentId);
    if (!line) return;
    line.updates.splice(0, count);
    line.committed += count;
    line.failures = 0;
    line.failingSince = undefined;
    while (line.waiters[0] && line.waiters[0].upTo <= line.committed) line.waiters.shift()?.resolve();
    if (line.updates.length === 0) this.lines.delete(documentId);
  }

  private fail(documentId: string, error: unknown): void {
    const line = this.lines.get(documentId);
    if (!line) return;
    line.failures++;
    line.failingSince ??= performance.now();
    line.notBefore = performance.now() + Math.min(5000, this.limits.storeRetryMs * 2 ** Math.min(line.failures, 10));
    this.log.error('a document could not be stored', { documentId, failures: line.failures, error });
  }
}

/** Neighbouring updates of one member in one document become one row. */
function merged(updates: readonly AcceptedUpdate[]): AcceptedUpdate[] {
  const groups: AcceptedUpdate[][] = [];
  for (const update of updates) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (first?.documentId === update.documentId && first.member === update.member) group?.push(update);
    else groups.push([update]);
  }
  return groups
    .map((group) => {
      const last = group[group.length - 1];
      if (!last || group.length === 1) return group as [AcceptedUpdate];
      const update = Y.mergeUpdates(group.map((entry) => entry.update));
      const clientIds = [...new Set(group.flatMap((entry) => entry.clientIds))];
      return [{ ...last, update, clientIds }];
    })
    .flat();
}
