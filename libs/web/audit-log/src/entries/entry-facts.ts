import { type LogEntryView } from '@tavolo/contracts';
import { type Json } from '@tavolo/kernel';
import { formats, messagesIn, modeMessages, tableMessages, type Naming } from '@tavolo/web-ui';
import { subjectName } from './detail-sayings.js';
import { logMessages } from '../messages/log-messages.js';

type Data = LogEntryView['data'];
type Phrase = (value: Json, naming: Naming) => string | null;

const say = ({ language }: Naming) => messagesIn(logMessages, language);

/** A word of the tables' catalogue, when there is one for this value. */
const worded =
  (...prefixes: readonly string[]): Phrase =>
  (value, { language }) => {
    if (typeof value !== 'string') return null;
    const found = prefixes.map((prefix) => `${prefix}.${value}`).find((key) => key in tableMessages.messages.en);
    return found === undefined ? null : messagesIn(tableMessages, language)(found as 'choice.yes');
  };

const numbered =
  (key: 'fact.version' | 'fact.clause' | 'fact.seat' | 'fact.breach'): Phrase =>
  (value, naming) =>
    typeof value === 'number' ? say(naming)(key, { value }) : null;

const counted =
  (key: 'fact.commitments' | 'fact.eligible' | 'fact.signatories'): Phrase =>
  (value, naming) =>
    typeof value === 'number' ? say(naming)(key, { count: value }) : null;

const dated =
  (key: 'fact.until' | 'fact.review'): Phrase =>
  (value, naming) => {
    if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return null;
    const write = formats(naming.language, naming.zone);
    return say(naming)(key, { when: value.length === 10 ? write.date(value) : write.dateTime(value) });
  };

const modeName: Phrase = (value, { language }) => {
  const name = `name.${typeof value === 'string' ? value : ''}`;
  return name in modeMessages.messages.en ? messagesIn(modeMessages, language)(name as 'name.planning') : null;
};

const subject: Phrase = (value, naming) => subjectName(value, naming, {});

/** How each value that readers know is said, in the order in which it is said. */
const phrases: Readonly<Record<string, Phrase>> = {
  subject,
  holder: subject,
  breach: numbered('fact.breach'),
  signatories: counted('fact.signatories'),
  amendment: (value, naming) => (typeof value === 'string' ? say(naming)('fact.amendment', { value }) : null),
  clause: (value, naming) => {
    const number = typeof value === 'string' ? /^c(\d+)$/.exec(value)?.[1] : undefined;
    return number === undefined ? null : say(naming)('fact.clause', { value: number });
  },
  version: numbered('fact.version'),
  verdict: worded('verdict'),
  as: worded('role'),
  kind: worded('agreement'),
  mode: modeName,
  number: numbered('fact.seat'),
  sector: worded('sector'),
  counts: (value, naming) => votesIn(value, naming),
  eligible: counted('fact.eligible'),
  commitments: counted('fact.commitments'),
  closesAt: dated('fact.until'),
  closesOn: dated('fact.until'),
  deadline: dated('fact.until'),
  until: dated('fact.until'),
  dueOn: dated('fact.until'),
  to: (value, naming) => modeName(value, naming) ?? dated('fact.until')(value, naming),
  reviewOn: dated('fact.review'),
  disclosures: (value, naming) =>
    typeof value === 'boolean' ? say(naming)(value ? 'fact.withTexts' : 'fact.withoutTexts') : null,
};

/** What was chosen: it belongs to the sentence of the entry. */
const choices: Readonly<Record<string, Phrase>> = {
  option: worded('choice'),
  position: worded('position'),
  stand: worded('stand'),
  outcome: worded('outcome', 'verdict'),
  role: worded('role'),
};

const said =
  (all: Readonly<Record<string, Phrase>>) =>
  (data: Data, naming: Naming): readonly string[] =>
    Object.entries(all).flatMap(([key, phrase]) => {
      const value = data[key];
      return value === undefined || value === null ? [] : (phrase(value, naming) ?? []);
    });

/** The choice that an entry records, `Yes`, `Favourable on a condition`, `Secretary`; `null` where it records none. */
export const choiceIn = (data: Data, naming: Naming): string | null => said(choices)(data, naming)[0] ?? null;

/** What an entry says beside who did what: the values that readers know, in their language. The rest stands in the entry's details. */
export const factsOf = (data: Data, naming: Naming): readonly string[] => {
  const { from, to } = data;
  const [before, after] = [from, to].map((mode) => (mode === undefined ? null : modeName(mode, naming)));
  if (before && after) return [say(naming)('fact.modes', { before, after })];
  // A seat that the table knows is named by its label already.
  const named = typeof data.number === 'number' && naming.directory !== undefined;
  return said(phrases)(named ? { ...data, number: null, sector: null } : data, naming);
};

/** `11 yes, 0 no, 1 abstention`, from counts of all seats or of each sector. */
function votesIn(value: Json, naming: Naming): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const sum = { yes: 0, no: 0, abstain: 0 };
  const add = (counts: Json): void => {
    if (typeof counts !== 'object' || counts === null || Array.isArray(counts)) return;
    for (const [option, count] of Object.entries(counts)) {
      if (typeof count === 'number' && option in sum) sum[option as keyof typeof sum] += count;
      else add(count ?? null);
    }
  };
  add(value);
  return say(naming)('fact.votes', sum);
}
