import { Injectable } from '@nestjs/common';
import { type WrittenClause, writtenClauses, type WrittenRun } from '@tavolo/collaboration/text';
import { type HistoryEntry } from '@tavolo/contracts';
import { instant } from '@tavolo/kernel';
import * as Y from 'yjs';
import { DocumentLog, type KeptUpdate } from '../writing/document-log.repository.js';
import { passagesOf, withoutMoves, type Stretch } from './authorship.js';

/** Writing with pauses no longer than this, in milliseconds, whoever writes, is one stretch of time. */
const longestPause = 5 * 60_000;

type Deletions = Map<string, { readonly from: number; readonly to: number; readonly client: number }[]>;

/** Who wrote what, from the changes as they were kept: every character is its writer's, whoever wrote at the same time. */
@Injectable()
export class HistoryReader {
  constructor(private readonly log: DocumentLog) {}

  /**
   * One entry for each member and stretch of time, with her words clause by clause, in the order in which people began. Who left the words
   * as they were is left out.
   */
  async of(doc: string): Promise<HistoryEntry[]> {
    const document = new Y.Doc({ gc: false });
    const writers = new Map<number, string>();
    const entries = stretches(await this.log.all(doc)).flatMap((updates) => entriesOf(document, writers, updates));
    document.destroy();
    return entries;
  }
}

/** Applies the changes of one stretch of time. @param writers to whom each client id belongs; those of these changes are added */
function entriesOf(document: Y.Doc, writers: Map<number, string>, updates: readonly KeptUpdate[]): HistoryEntry[] {
  const known = Y.decodeStateVector(Y.encodeStateVector(document));
  const numbers = new Map(writtenClauses(document).map(({ key, number }) => [key, number]));
  const deletions: Deletions = new Map();
  for (const { data, member } of updates) {
    const { structs, ds } = Y.decodeUpdate(data);
    for (const { id } of structs) writers.set(id.client, member);
    const ranges = [...ds.clients].flatMap(([client, found]) =>
      found.map(({ clock, len }) => ({ client, from: clock, to: clock + len })),
    );
    deletions.set(member, [...(deletions.get(member) ?? []), ...ranges]);
  }
  Y.applyUpdate(document, Y.mergeUpdates(updates.map(({ data }) => data)));
  const stretch: Stretch = {
    writerOf: (client) => writers.get(client),
    isNew: ({ client, clock }) => clock >= (known.get(client) ?? 0),
    removerOf: (run) => removerOf(run, deletions),
  };
  const clauses = writtenClauses(document).map((clause) => divided(clause, known, deletions));
  return [...deletions.keys()].flatMap((member): HistoryEntry[] => {
    const passages = withoutMoves(clauses.map((clause) => passagesOf(member, clause, stretch)));
    let place = 1;
    const changes = clauses.flatMap(({ key, id, number }, index): HistoryEntry['changes'] => {
      const [added, removed] = [joined(passages[index]?.added), joined(passages[index]?.removed)];
      place = number ?? place;
      if (added === '' && removed === '') return [];
      return [{ clause: id, number: number ?? numbers.get(key) ?? place, added, removed }];
    });
    const hers = updates.filter((update) => update.member === member);
    const [first, last] = [hers[0], hers.at(-1)];
    if (changes.length === 0 || !first || !last) return [];
    return [{ at: instant(first.createdAt), until: instant(last.createdAt), by: member, changes }];
  });
}

/** The clause with its runs cut where something new, or something removed, begins or ends: Yjs joins what follows on one another. */
function divided(clause: WrittenClause, known: ReadonlyMap<number, number>, deletions: Deletions): WrittenClause {
  const cuts = new Map<number, number[]>([...known].map(([client, clock]) => [client, [clock]]));
  for (const { client, from, to } of [...deletions.values()].flat())
    cuts.set(client, [...(cuts.get(client) ?? []), from, to]);
  const pieces = (run: WrittenRun): WrittenRun[] => {
    const { clock, text } = run;
    const inside = (cuts.get(run.client) ?? []).filter((cut) => cut > clock && cut < clock + text.length);
    const starts = [clock, ...new Set(inside)].sort((a, b) => a - b);
    return starts.map((start, index) => ({
      ...run,
      clock: start,
      text: text.slice(start - clock, (starts[index + 1] ?? Infinity) - clock),
    }));
  };
  return { ...clause, paragraphs: clause.paragraphs.map((runs) => runs.flatMap(pieces)) };
}

function removerOf({ client, clock, deleted }: WrittenRun, deletions: Deletions): string | undefined {
  if (!deleted) return undefined;
  for (const [member, ranges] of deletions)
    if (ranges.some((range) => range.client === client && range.from <= clock && clock < range.to)) return member;
  return undefined;
}

const joined = (passages: readonly string[] = []): string => passages.join(' … ');

function stretches(updates: readonly KeptUpdate[]): KeptUpdate[][] {
  const found: KeptUpdate[][] = [];
  for (const update of updates) {
    const current = found.at(-1);
    const last = current?.at(-1);
    const goesOn = last && update.createdAt.getTime() - last.createdAt.getTime() <= longestPause;
    if (current && goesOn) current.push(update);
    else found.push([update]);
  }
  return found;
}
