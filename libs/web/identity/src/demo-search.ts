import { type DemoPerson } from '@tavolo/contracts';
import { sectors } from '@tavolo/governance';

/** Under which heading a person of the demonstration stands: her sector, the guides of a table, or nobody's place that is shown here. */
export const demoGroups = [...sectors, 'neutral', 'none'] as const;
export type DemoGroup = (typeof demoGroups)[number];

/** Who guides no table either has no place at any that everybody sees. */
export const groupOf = ({ sector, tables }: DemoPerson): DemoGroup =>
  sector === 'neutral' && tables.length === 0 ? 'none' : sector;

/** What someone looks for among the people of the demonstration; empty texts ask for nothing. */
export interface PeopleSearch {
  readonly text: string;
  readonly table: string;
  readonly group: string;
}

/** Without case and accents, so that `citta` finds `Città`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a person fits a search; every word of the text has to occur somewhere, in either language. */
export function fits(person: DemoPerson, { text, table, group }: PeopleSearch): boolean {
  if (table !== '' && !person.tables.some(({ key }) => key === table)) return false;
  if (group !== '' && groupOf(person) !== group) return false;
  const words = [person.name, person.key, person.title, person.organisation].flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one ?? {}),
  );
  const all = plain(words.join(' '));
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
