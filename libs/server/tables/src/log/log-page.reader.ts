import { actNames, type LogEntryView, type LogPage, type logQuerySchema } from '@tavolo/contracts';
import { startOfDay, endOfDay, type Instant } from '@tavolo/kernel';
import { Injectable } from '@nestjs/common';
import { AuditLogReader, type DisclosedValue, type LogEntry } from '@tavolo/server-platform';
import { type z } from 'zod';
import { type MemberAtTable } from '../policy/table-facts.js';

type LogQuery = z.infer<typeof logQuerySchema>;

/** For whom a page is made: who the pseudonyms are, and whether names and free texts may be shown. */
export interface LogReadership {
  readonly members: ReadonlyMap<string, MemberAtTable>;
  readonly seesNames: boolean;
  readonly zone: string;
  /** Labels of seats, which stand for their members in votes. */
  readonly seats: ReadonlyMap<string, { readonly holder: string | null; readonly label: MemberAtTable['label'] }>;
}

/** Free texts of a public table are public; names are not. */
const personal = new Set(['name', 'title', 'organisation', 'contact', 'email', 'cast_by']);

/** A page of a log as a reader may see it. */
@Injectable()
export class LogPageReader {
  constructor(private readonly log: AuditLogReader) {}

  async page(space: string, query: LogQuery, readership: LogReadership): Promise<LogPage> {
    const { act, actor, from, to, before, limit, subject } = query;
    const { zone } = readership;
    const [{ entries, next }, proof] = await Promise.all([
      this.log.page(space, {
        act,
        actor,
        before,
        limit,
        stream: subject,
        from: from === undefined ? undefined : startOf(from, zone),
        to: to === undefined ? undefined : endOf(to, zone),
      }),
      this.log.proofState(space),
    ]);
    const disclosed = await this.log.disclosuresOf(entries.map(({ id }) => id));
    return {
      entries: entries.map((entry) => entryView(entry, disclosed.get(entry.id) ?? [], readership)),
      next,
      head: proof.head,
      pending: proof.pending,
      acts: [...actNames],
    };
  }
}

const startOf = (date: string, zone: string): Instant => startOfDay(date as Parameters<typeof startOfDay>[0], zone);
const endOf = (date: string, zone: string): Instant => endOfDay(date as Parameters<typeof endOfDay>[0], zone);

function entryView(entry: LogEntry, disclosures: readonly DisclosedValue[], readership: LogReadership): LogEntryView {
  const { id, act, at, stream, version, data, leafHash, index, proof } = entry;
  return {
    id,
    index,
    act,
    at,
    actor: entry.actor === null ? null : actorView(entry.actor, readership),
    stream,
    streamVersion: version,
    subject: subjectOf(entry),
    data: data as LogEntryView['data'],
    disclosed: Object.fromEntries(
      disclosures.map(({ name, value }) => [
        name,
        readership.seesNames || !personal.has(name) ? (value as LogEntryView['disclosed'][string]) : null,
      ]),
    ),
    leafHash,
    proof,
  };
}

function actorView(actor: string, { members, seats, seesNames }: LogReadership): LogEntryView['actor'] {
  const seat = seats.get(actor);
  const member = members.get(seat?.holder ?? actor);
  return {
    member: actor,
    name: seesNames ? (member?.name ?? null) : null,
    label: seat?.label ?? member?.label ?? null,
  };
}

/** Key of the proposal or ballot that an entry is about. */
function subjectOf({ data, stream }: LogEntry): string | null {
  const { proposal, vote } = data;
  if (typeof proposal === 'string') return proposal;
  if (typeof vote === 'string') return vote;
  return stream.split(':')[1] ?? null;
}
