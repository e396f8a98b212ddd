import { NamingProvider } from '@tavolo/web-ui';
import { useMemo, type ReactNode } from 'react';
import { useStanding } from './proposal-context.js';

/** Gives explanations and refusals the names of this table's people and the numbers of this text's clauses. */
export function Named({ children }: { readonly children: ReactNode }) {
  const { directory, view } = useStanding();
  const clauses = view.versions.at(-1)?.clauses;
  const zone = view.procedure.rulebook.zone;
  const naming = useMemo(
    () => ({ directory, zone, clause: (id: string) => clauses?.find((clause) => clause.id === id)?.number }),
    [directory, zone, clauses],
  );
  return <NamingProvider naming={naming}>{children}</NamingProvider>;
}
