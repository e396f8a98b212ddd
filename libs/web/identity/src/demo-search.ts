import { type DemoPerson } from '@tavolo/contracts';

/** What someone looks for among the people of the demonstration; empty texts ask for nothing. */
export interface PeopleSearch {
  readonly text: string;
  readonly table: string;
  readonly sector: string;
}

/** Without case and accents, so that `citta` finds `Città`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a person fits a search; every word of the text has to occur somewhere, in either language. */
export function fits(person: DemoPerson, { text, table, sector }: PeopleSearch): boolean {
  if (table !== '' && !person.tables.some(({ key }) => key === table)) return false;
  if (sector !== '' && person.sector !== sector) return false;
  const words = [person.name, person.key, person.title, person.organisation].flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one ?? {}),
  );
  const all = plain(words.join(' '));
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
