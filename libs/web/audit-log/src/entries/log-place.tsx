import { type TableView } from '@tavolo/contracts';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { type Words } from '@tavolo/kernel';

/** What the entries of one log can be connected with: pages of proposals and decisions, titles. */
export interface LogPlace {
  /** IANA zone of the log's days; the home zone when absent. */
  readonly zone?: string | undefined;
  readonly titleOf: (proposal: string) => { readonly [Language in keyof Words]?: string | undefined } | null;
  readonly proposalOfBallot: (ballot: string) => string | null;
}

const nowhere: LogPlace = { titleOf: () => null, proposalOfBallot: () => null };
const Place = createContext<LogPlace>(nowhere);

/** Connects the entries below it with the table whose log they are. */
export function LogPlaceProvider({ view, children }: { readonly view: TableView; readonly children: ReactNode }) {
  const place = useMemo((): LogPlace => {
    const titles = new Map([
      ...view.decisions.map(({ proposal, title }) => [proposal, title] as const),
      ...view.proposals.map(({ key, title }) => [key, title] as const),
    ]);
    const ballots = new Map(view.decisions.map(({ ballot, proposal }) => [ballot, proposal]));
    return {
      zone: view.rulebook.zone,
      titleOf: (proposal) => titles.get(proposal) ?? null,
      proposalOfBallot: (ballot) => ballots.get(ballot) ?? null,
    };
  }, [view]);
  return <Place value={place}>{children}</Place>;
}

export const useLogPlace = (): LogPlace => useContext(Place);
