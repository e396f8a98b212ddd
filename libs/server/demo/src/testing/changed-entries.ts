import { type Json, type JsonObject } from '@tavolo/kernel';
import { type ProcedureEntry } from '@tavolo/governance';

/** One thing that an entry tells, changed by somebody. */
export interface ChangedEntry {
  readonly kind: 'verdict' | 'recusal' | 'date';
  readonly act: string;
  /** Path to the member that was changed, such as `data.after.deadline`. */
  readonly member: string;
  /** Place of the entry in the log. */
  readonly place: number;
  readonly change: (data: JsonObject) => JsonObject;
}

const day = /^\d{4}-\d{2}-\d{2}/u;
const verdicts: Readonly<Record<string, string>> = { adopted: 'rejected', rejected: 'adopted', objections: 'adopted' };

/**
 * Every verdict, every recusal and every date that a log tells of what was decided, changed one at a time: of entries of the same act the
 * first, and of those that follow each other in one list the first.
 */
export function changedEntries(entries: readonly ProcedureEntry[]): ChangedEntry[] {
  const found = new Map<string, ChangedEntry>();
  for (const [place, { act, data }] of entries.entries()) {
    if (data.input === undefined && data.after === undefined) continue;
    for (const one of inEntry(act, data)) {
      const name = `${act} ${one.member.replaceAll(/\[\d+\]/gu, '[]')}`;
      if (!found.has(name)) found.set(name, { ...one, act, place });
    }
  }
  return [...found.values()];
}

type InEntry = Pick<ChangedEntry, 'kind' | 'member' | 'change'>;

function inEntry(act: string, data: JsonObject): InEntry[] {
  const left =
    act === 'seat.recused' ? [{ kind: 'recusal', member: 'data.member', change: leftBySomebodyElse } as const] : [];
  return [...left, ...inValue(data, 'data', (changed) => changed as JsonObject)];
}

const leftBySomebodyElse = (data: JsonObject): JsonObject => ({ ...data, member: 'm_somebody_else' });

/** What is told within a value; `put` gives the whole with that value replaced. */
function inValue(value: Json, member: string, put: (changed: Json) => JsonObject): InEntry[] {
  if (typeof value === 'string') return inText(value, member, put);
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.flatMap((one, n) =>
      inValue(one, `${member}[${n}]`, (changed) => put(list.map((other, m) => (m === n ? changed : other)))),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = value as JsonObject;
  return Object.entries(members).flatMap(([name, one]) =>
    inValue(one, `${member}.${name}`, (changed) => put({ ...members, [name]: changed })),
  );
}

function inText(text: string, member: string, put: (changed: Json) => JsonObject): InEntry[] {
  if (day.test(text)) return [{ kind: 'date', member, change: () => put(nextYear(text)) }];
  const other = member.endsWith('.verdict') ? verdicts[text] : undefined;
  return other === undefined ? [] : [{ kind: 'verdict', member, change: () => put(other) }];
}

const nextYear = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
