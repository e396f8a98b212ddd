import { type AutoRegulationProcedure, subjectsOf } from '@tavolo/governance';
import { useStanding } from '../page/proposal-context.js';

/** For whom the reader speaks in a charter. */
export interface OwnSubject {
  readonly id: string;
  readonly name: string;
  readonly signs: boolean;
}

/** The organisation, or the seat without one, for which the reader speaks at this table; `null` when for none. */
export function useOwnSubject({ signatures }: AutoRegulationProcedure): OwnSubject | null {
  const { actor, table, directory } = useStanding();
  const id = subjectsOf(table).find(({ seats }) => seats.some((seat) => seat === actor?.seat))?.id;
  if (id === undefined) return null;
  return { id, name: directory.subject(id), signs: signatures.some(({ subject }) => subject === id) };
}
