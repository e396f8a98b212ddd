import { type Language } from '@tavolo/kernel';
import { type ReactNode } from 'react';

interface WrittenProps {
  /** The language where it is known; absent, no claim is made: it need not be the one of the interface. */
  readonly language?: Language | undefined;
  readonly children: ReactNode;
}

/** Words that somebody wrote: read aloud in their own language, or in the reader's ordinary voice where the language is not known (`lang=""`). */
export function Written({ language, children }: WrittenProps) {
  return <span lang={language ?? ''}>{children}</span>;
}
