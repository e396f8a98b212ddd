import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

/** What the page must know of the live text: which words exactly, whether they are stored, whether there are any. */
export interface LiveTextState {
  /** Base64 SHA-256 of the canonical text on this screen; `null` until the text has been opened. */
  readonly textHash: string | null;
  /** Every word of mine is stored on the server. */
  readonly saved: boolean;
  readonly empty: boolean;
  /** The clauses as they stand on this screen; absent while they are not known. */
  readonly clauses?: readonly LiveClause[];
}

/** A clause by its place and its words, in one line. */
export interface LiveClause {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  /** Base64 SHA-256 of its words as they stand in the text, for whoever says something on just these. */
  readonly textHash?: string;
}

interface LiveText extends LiveTextState {
  readonly report: (state: LiveTextState) => void;
}

const unknown: LiveTextState = { textHash: null, saved: true, empty: true };
/** Provided by `LiveTextProvider`; by itself where there is no editor. */
export const LiveTextContext = createContext<LiveText>({ ...unknown, report: () => undefined });

/** Lets the editor, which is loaded later, tell the procedure beside it how the text stands. */
export function LiveTextProvider({ children }: { readonly children: ReactNode }) {
  const [state, report] = useState(unknown);
  const value = useMemo(() => ({ ...state, report }), [state]);
  return <LiveTextContext value={value}>{children}</LiveTextContext>;
}

export const useLiveText = (): LiveText => useContext(LiveTextContext);
