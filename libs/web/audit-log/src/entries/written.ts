import { type LogEntryView } from '@tavolo/contracts';
import { languages, type Json, type Language } from '@tavolo/kernel';

/** Something that a person wrote or that names her, as it stands beside an entry. */
export interface Written {
  readonly name: string;
  /** Plain texts, each with its language where it is known; empty when withheld. */
  readonly texts: readonly { readonly text: string; readonly language: Language | null }[];
  /** Not shown to this reader, or erased at the request of the person. */
  readonly withheld: boolean;
}

/** Names of disclosed texts in the order in which they are read; others follow by name. */
const order = ['title', 'name', 'text', 'reason', 'change', 'condition', 'statement', 'interest'];
const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** What was written with an entry, as plain texts, whatever they contain. Larger structures are left to the entry's data. */
export const writtenIn = ({ disclosed }: Pick<LogEntryView, 'disclosed'>): readonly Written[] =>
  Object.entries(disclosed)
    .map(([name, value]) => ({ name, texts: value === null ? [] : textsOf(value), withheld: value === null }))
    .filter(({ texts, withheld }) => withheld || texts.length > 0)
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name));

function textsOf(value: Json): Written['texts'] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ text: value, language: null }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return languages.flatMap((language) => {
    const text = (value as Readonly<Record<string, Json>>)[language];
    return typeof text === 'string' ? [{ text, language }] : [];
  });
}
