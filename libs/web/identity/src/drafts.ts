import { useCallback, useState } from 'react';

const prefix = 'tavolo.draft.';

/** Keeps what is typed into a form in this window, so that a reload, a lost connection or a wrong click loses nothing. Never used for passwords. */
export function useDraft<Draft extends object>(
  name: string,
  empty: Draft,
): readonly [Draft, (draft: Draft) => void, () => void] {
  const key = prefix + name;
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...kept(key, empty) }));
  const change = useCallback(
    (next: Draft) => {
      setDraft(next);
      keep(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setDraft(empty);
    forget(key);
  }, [key, empty]);
  return [draft, change, clear];
}

/** Of what was kept, only what the form still has, of the same kind. */
function kept<Draft extends object>(key: string, empty: Draft): Partial<Draft> {
  try {
    const found: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null) return {};
    const fits = ([name, value]: [string, unknown]): boolean =>
      typeof value === typeof (empty as Readonly<Record<string, unknown>>)[name];
    return Object.fromEntries(Object.entries(found).filter(fits)) as Partial<Draft>;
  } catch {
    // A browser that stores nothing, or something that is no draft.
    return {};
  }
}

function keep(key: string, draft: object): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // What is typed is still in the form.
  }
}

function forget(key: string): void {
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // Then nothing was kept either.
  }
}

/** Forgets all drafts of this window: whoever signs out leaves no names behind. */
export function forgetDrafts(): void {
  try {
    const keys = Array.from({ length: window.sessionStorage.length }, (_, index) => window.sessionStorage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) forget(key);
  } catch {
    // Then nothing was kept.
  }
}
