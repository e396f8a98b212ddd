import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { formats, type Formats } from '@tavolo/words';
import { useLanguage } from '../language/use-language.js';

const ClockOffset = createContext(0);

/** Says how far the installation's clock is ahead of this device, in milliseconds; the demonstration's clock can be moved. */
export function ClockProvider({ offset, children }: { readonly offset: number; readonly children: ReactNode }) {
  return <ClockOffset value={offset}>{children}</ClockOffset>;
}

let current = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    current = Date.now();
    for (const notify of listeners) notify();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The installation's time in milliseconds since 1970, renewed every quarter of a minute. */
export function useNow(): number {
  const offset = useContext(ClockOffset);
  return useSyncExternalStore(subscribe, () => current) + offset;
}

/** Dates, times and numbers in the reader's language. */
export function useFormats(zone?: string): Formats {
  const { language } = useLanguage();
  return useMemo(() => formats(language, zone), [language, zone]);
}
