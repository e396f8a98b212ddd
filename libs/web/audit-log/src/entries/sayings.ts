import { type LogEntryView } from '@tavolo/contracts';
import { type Json } from '@tavolo/kernel';
import { formats, messagesIn, modeMessages, tableMessages, type Naming } from '@tavolo/web-ui';
import { detailMessages } from '../messages/detail-messages.js';

/** What the details of an entry need to say ids in words; parts that are missing leave the ids to the technical details. */
export interface DetailNaming extends Naming {
  /** `P-101 Families Alongside`; `null` where the title is not known here. */
  readonly title?: ((proposal: string) => string | null) | undefined;
}

/** Says one value in words; `null` for what it does not know, which then stays data. */
export type Saying = (value: Json, naming: DetailNaming, data: LogEntryView['data']) => string | null;

export const detailWords = ({ language }: Naming) => messagesIn(detailMessages, language);

/** Numbers, yes and no, dates, and keys that people use, such as `AM-3`; never an id of the machine. */
export const plainly: Saying = (value, naming) => {
  const write = formats(naming.language, naming.zone);
  if (typeof value === 'number') return write.number(value);
  if (typeof value === 'boolean') return detailWords(naming)(value ? 'value.yes' : 'value.no');
  if (typeof value !== 'string') return null;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return write.date(value);
  if (/^\d{4}-\d{2}-\d{2}T/u.test(value)) return Number.isNaN(Date.parse(value)) ? null : write.dateTime(value);
  return /^[A-Z]{1,4}(-[A-Za-z0-9]+)+$/u.test(value) ? value : null;
};

/** The same for each of several; `null` when one of them cannot be said. */
export const each =
  (say: Saying): Saying =>
  (value, naming, data) => {
    if (!Array.isArray(value)) return say(value, naming, data);
    const said = value.map((one: Json) => say(one, naming, data));
    const known = said.filter((one) => one !== null);
    return known.length === 0 || known.length < said.length ? null : formats(naming.language, naming.zone).list(known);
  };

/** A word of the tables' catalogue under one of these prefixes. */
export const tableWord =
  (...prefixes: readonly string[]): Saying =>
  (value, { language }) => {
    if (typeof value !== 'string') return null;
    const key = prefixes.map((prefix) => `${prefix}.${value}`).find((one) => one in tableMessages.messages.en);
    return key === undefined ? null : messagesIn(tableMessages, language)(key as 'choice.yes');
  };

/** A word of the details' own catalogue: `value.<key>.<value>`. */
export const ownWord =
  (key: string): Saying =>
  (value, naming) => {
    const found = `value.${key}.${typeof value === 'number' || typeof value === 'string' ? value : ''}`;
    return found in detailMessages.messages.en ? detailWords(naming)(found as 'value.yes') : null;
  };

export const firstOf =
  (...ways: readonly Saying[]): Saying =>
  (value, naming, data) => {
    for (const say of ways) {
      const text = say(value, naming, data);
      if (text !== null) return text;
    }
    return null;
  };

export const modeName: Saying = (value, { language }) => {
  const name = `name.${typeof value === 'string' ? value : ''}`;
  return name in modeMessages.messages.en ? messagesIn(modeMessages, language)(name as 'name.planning') : null;
};
