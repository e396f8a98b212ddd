import { type LogEntryView } from '@tavolo/contracts';
import { detailMessages } from '../messages/detail-messages.js';
import { sayings } from './detail-sayings.js';
import { detailWords, plainly, type DetailNaming } from './sayings.js';

/** One value of an entry under the name by which readers know it: said in words, or a fingerprint to compare. */
export type Detail = { readonly key: string; readonly name: string } & (
  { readonly text: string } | { readonly hash: string }
);

/** Every value that readers know, in the order in which they are named; the rest belongs to the technical details. */
export function detailsOf(data: LogEntryView['data'], naming: DetailNaming): readonly Detail[] {
  const say = detailWords(naming);
  return names.flatMap((name): readonly Detail[] => {
    const key = name.slice('name.'.length);
    const value = data[key];
    if (value === undefined || value === null) return [];
    const named = { key, name: say(name) };
    if (key.endsWith('Hash')) return typeof value === 'string' ? [{ ...named, hash: value }] : [];
    const text = (sayings[key] ?? plainly)(value, naming, data);
    return text === null ? [] : [{ ...named, text }];
  });
}

type NameKey = Extract<keyof typeof detailMessages.messages.en, `name.${string}`>;
const names = Object.keys(detailMessages.messages.en).filter((key): key is NameKey => key.startsWith('name.'));
