import { actNames, type LogEntryView, type LogPage, type logQuerySchema } from '@tavolo/contracts';
import { startOfDay, endOfDay, type Instant } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { AuditLogReader, type DisclosedValue, type LogEntry, type LogFilter } from '@tavolo/server-platform';
import { type z } from 'zod';
import { isOpenToAll } from './disclosure-policy.js';
import { type WhoActed } from './log-people.js';
import { LogStreams } from './log-streams.reader.js';

type LogQuery = z.infer<typeof logQuerySchema>;

/** For whom a page is made. */
export interface LogReadership {
  readonly seesNames: boolean;
  /** Where days begin and end. */
  readonly zone: string;
  /** Who the actors of these entries are. */
  readonly people: (entries: readonly LogEntry[]) => Promise<WhoActed>;
}

/** A page of a log as a reader may see it. */
@Injectable()
export class LogPageReader {
  constructor(
    private readonly log: AuditLogReader,
    private readonly streams: LogStreams,
  ) {}

  async page(space: string, query: LogQuery, readership: LogReadership): Promise<LogPage> {
    const [{ entries, next }, proof] = await Promise.all([
      this.entries(space, query, readership.zone),
      this.log.proofState(space),
    ]);
    const [disclosed, whoActed] = await Promise.all([
      this.log.disclosuresOf(entries.map(({ id }) => id)),
      readership.people(entries),
    ]);
    const { seesNames } = readership;
    return {
      entries: entries.map((entry) => entryView(entry, disclosed.get(entry.id) ?? [], whoActed, seesNames)),
      next,
      head: proof.head,
      pending: proof.pending,
      acts: [...actNames],
    };
  }

  private async entries(
    space: string,
    { act, actor, before, limit, subject, from, to }: LogQuery,
    zone: string,
  ): Promise<{ entries: readonly LogEntry[]; next: string | null }> {
    const filter: LogFilter = {
      act,
      actor,
      before,
      limit,
      from: from === undefined ? undefined : startOf(from, zone),
      to: to === undefined ? undefined : endOf(to, zone),
    };
    if (subject === undefined) return this.log.page(space, filter);
    const streams = await this.streams.about(space, subject);
    const pages = await Promise.all(streams.map((stream) => this.log.page(space, { ...filter, stream })));
    // The newest of all are among the newest of each.
    const merged = pages.flatMap((page) => page.entries).sort(newestFirst);
    const entries = merged.slice(0, limit);
    const more = merged.length > limit || pages.some((page) => page.next !== null);
    return { entries, next: more ? (entries.at(-1)?.id ?? null) : null };
  }
}

/** Entries without an index yet come first, the newest by id; then by index. */
function newestFirst(a: LogEntry, b: LogEntry): number {
  if (a.index !== null && b.index !== null) return b.index - a.index;
  if (a.index === null && b.index === null) return a.id < b.id ? 1 : -1;
  return a.index === null ? -1 : 1;
}

const startOf = (date: string, zone: string): Instant => startOfDay(date as Parameters<typeof startOfDay>[0], zone);
const endOf = (date: string, zone: string): Instant => endOfDay(date as Parameters<typeof endOfDay>[0], zone);

function entryView(
  { id, act, at, actor, stream, version, data, leafHash, index, proof }: LogEntry,
  disclosures: readonly DisclosedValue[],
  whoActed: WhoActed,
  seesNames: boolean,
): LogEntryView {
  return {
    id,
    index,
    act,
    at,
    actor: actor === null ? null : actorView(actor, whoActed(actor, at), seesNames),
    stream,
    streamVersion: version,
    subject: subjectOf(data, stream),
    data: data as LogEntryView['data'],
    disclosed: Object.fromEntries(
      disclosures.map((disclosed) => [
        disclosed.name,
        seesNames || isOpenToAll(act, disclosed) ? (disclosed.value as LogEntryView['disclosed'][string]) : null,
      ]),
    ),
    leafHash,
    proof,
  };
}

const actorView = (member: string, known: ReturnType<WhoActed>, seesNames: boolean): LogEntryView['actor'] => ({
  member,
  name: seesNames ? (known?.name ?? null) : null,
  label: known?.label ?? null,
});

/** Key of the proposal or ballot that an entry is about. */
function subjectOf({ proposal, vote }: LogEntry['data'], stream: string): string | null {
  if (typeof proposal === 'string') return proposal;
  if (typeof vote === 'string') return vote;
  return stream.split(':')[1] ?? null;
}
