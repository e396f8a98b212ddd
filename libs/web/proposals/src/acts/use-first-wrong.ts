import { useEffect, useRef, type RefObject } from 'react';

/**
 * After each try to send a form, and after each answer that refuses it, the focus goes to the first field that is marked as wrong
 * (`aria-invalid`); in a group of choices to the one that is chosen, else to its first. Without such a field nothing moves.
 */
export function useFirstWrong<Part extends HTMLElement>(tries: number, error: unknown): RefObject<Part | null> {
  const part = useRef<Part>(null);
  useEffect(() => {
    if (tries === 0 && error === null) return;
    const wrong = part.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const field =
      wrong?.querySelector<HTMLElement>('input:checked') ?? wrong?.querySelector<HTMLElement>('input') ?? wrong;
    field?.focus();
  }, [tries, error]);
  return part;
}
