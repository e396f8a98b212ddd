import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { type Naming as NamesOfATable } from '@tavolo/words';
import { type Directory } from './people.js';
import { useLanguage } from './language/use-language.js';

/** What turns ids into words, where people and organisations are looked up too. */
export interface Naming extends NamesOfATable {
  readonly directory?: Directory | undefined;
}

const NamingContext = createContext<Omit<Naming, 'language'>>({});

/** Gives explanations, refusals and facts below it the names of one table's people and clauses, and its time zone. */
export function NamingProvider({
  naming,
  children,
}: {
  readonly naming: Omit<Naming, 'language'>;
  readonly children: ReactNode;
}) {
  return <NamingContext value={naming}>{children}</NamingContext>;
}

/** How ids become words here, in the reader's language. */
export function useNaming(): Naming {
  const { language } = useLanguage();
  const naming = useContext(NamingContext);
  return useMemo(() => ({ ...naming, language }), [naming, language]);
}
