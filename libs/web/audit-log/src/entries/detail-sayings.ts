import { type Json } from '@tavolo/kernel';
import { compareSectors, formats, messagesIn, tableMessages } from '@tavolo/web-ui';
import { detailMessages } from '../messages/detail-messages.js';
import { detailWords, each, firstOf, modeName, ownWord, plainly, tableWord, type Saying } from './sayings.js';

const isRecord = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Somebody or something of the table; an id that the table does not know is no word. */
const looked =
  (by: 'member' | 'seat' | 'organisation'): Saying =>
  (value, { directory, language }) => {
    if (typeof value !== 'string' || !directory) return null;
    const found = directory[by](value);
    const unknown = messagesIn(tableMessages, language)('seat.unknown');
    return by === 'organisation' && found === value ? null : found === unknown && by === 'seat' ? null : found;
  };

/** Who signs for itself: an organisation, or a seat without one; an id that the table does not know is no word. */
export const subjectName: Saying = (value, naming, data) =>
  looked('organisation')(value, naming, data) ?? looked('seat')(value, naming, data);

/** `{"m": id, "r": sector}` on a roll, `{"seat": id, …}` in the list of a table. */
const seatIn: Saying = (value, naming, data) => {
  const id = isRecord(value) ? (value.m ?? value.seat) : value;
  return looked('seat')(id ?? null, naming, data);
};

const versioned: Saying = (value, naming) => {
  if (typeof value === 'string') return value;
  if (!isRecord(value) || typeof value.key !== 'string' || typeof value.version !== 'number') return null;
  return detailWords(naming)('value.version', { key: value.key, version: value.version });
};

const reason: Saying = (value, naming, data) => {
  if (typeof value !== 'string') return null;
  const [code = '', sector] = value.split(':');
  const key = `value.reason.${code}`;
  if (!(key in detailMessages.messages.en)) return null;
  const name = sector === undefined ? '' : tableWord('sector')(sector, naming, data);
  return name === null ? null : detailWords(naming)(key as 'value.reason.hold', { sector: name });
};

const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);

const counts: Saying = (value, naming, data) => {
  if (!isRecord(value)) return null;
  const lines = Object.entries(value)
    .toSorted(([one], [other]) => compareSectors(one, other))
    .map(([sector, of]) => {
      const name = tableWord('sector')(sector, naming, data);
      if (name === null || !isRecord(of)) return null;
      const { yes, no, abstain } = of;
      return detailWords(naming)('value.counts', {
        sector: name,
        yes: number(yes),
        no: number(no),
        abstain: number(abstain),
      });
    });
  return lines.length === 0 || lines.includes(null) ? null : lines.join('; ');
};

/** How many entries a signed state of the log has: `{"root": …, "size": 39}`. */
const size: Saying = (value, naming, data) => (isRecord(value) ? plainly(value.size ?? null, naming, data) : null);

const clause: Saying = (value) => (typeof value === 'string' ? (/^c(\d+)$/u.exec(value)?.[1] ?? null) : null);

const money: Saying = (value, naming) =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/u.test(value)
    ? formats(naming.language, naming.zone).money(value)
    : null;

/** How each value of an entry is said that is more than a number, a date or a key. */
export const sayings: Readonly<Record<string, Saying>> = {
  proposal: (value, { title }) => (typeof value === 'string' ? (title?.(value) ?? value) : null),
  rulebook: versioned,
  replaces: versioned,
  adopts: versioned,
  electorate: each(seatIn),
  parties: each(tableWord('sector')),
  seat: seatIn,
  seats: each(seatIn),
  members: each(seatIn),
  member: looked('member'),
  sponsors: each(looked('member')),
  contributors: each(looked('member')),
  organisation: looked('organisation'),
  subject: subjectName,
  holder: subjectName,
  reserved: each(clause),
  roles: each(tableWord('role')),
  role: tableWord('role'),
  as: tableWord('role'),
  sector: tableWord('sector'),
  sectors: (value, naming, data) =>
    each(tableWord('sector'))(
      Array.isArray(value) ? value.toSorted((one, other) => compareSectors(String(one), String(other))) : value,
      naming,
      data,
    ),
  origin: tableWord('sector'),
  hold: tableWord('sector'),
  assessments: each(plainly),
  missing: each(plainly),
  clause,
  kind: firstOf(ownWord('kind'), tableWord('agreement')),
  mode: modeName,
  from: firstOf(modeName, plainly),
  to: firstOf(modeName, plainly),
  language: ownWord('language'),
  languages: each(ownWord('language')),
  option: tableWord('choice'),
  options: each(tableWord('choice')),
  position: tableWord('position'),
  stand: tableWord('stand'),
  outcome: tableWord('outcome', 'verdict'),
  verdict: tableWord('verdict'),
  leaning: tableWord('leaning'),
  prevailing: tableWord('leaning'),
  counts,
  ballot: ownWord('ballot'),
  call: ownWord('call'),
  visibility: ownWord('visibility'),
  by: ownWord('by'),
  basis: ownWord('basis'),
  lost: size,
  kept: size,
  reason,
  n: (value, naming, { of }) =>
    typeof value === 'number' && typeof of === 'number' ? detailWords(naming)('value.times', { n: value, of }) : null,
  amount: money,
  budget: money,
  ceiling: money,
};
