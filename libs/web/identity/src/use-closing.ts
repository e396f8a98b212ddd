import { useEffect, type RefObject } from 'react';

interface Closing {
  readonly opened: boolean;
  /** What opens and what is opened, together. */
  readonly place: RefObject<HTMLElement | null>;
  /** Has the focus again after closing, wherever it would otherwise be lost. */
  readonly opener: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

/** Closes what was opened on Escape, on a press elsewhere, and when the focus goes elsewhere. */
export function useClosing({ opened, place, opener, close }: Closing): void {
  useEffect(() => {
    if (!opened) return undefined;
    const isOutside = ({ target }: Event): boolean => target instanceof Node && !place.current?.contains(target);
    const focused = (event: FocusEvent): void => {
      if (!isOutside(event)) return;
      close();
      // A press beside everything gives the focus to the page as a whole.
      if (event.target instanceof HTMLElement && event.target.tabIndex < 0) opener.current?.focus();
    };
    const pressed = (event: MouseEvent): void => {
      if (!isOutside(event)) return;
      close();
      // A press on something that takes no focus would leave the keyboard at the top of the page.
      if (document.activeElement === document.body || place.current?.contains(document.activeElement))
        opener.current?.focus();
    };
    const escaped = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      close();
      opener.current?.focus();
    };
    document.addEventListener('click', pressed);
    document.addEventListener('focusin', focused);
    document.addEventListener('keydown', escaped);
    return () => {
      document.removeEventListener('click', pressed);
      document.removeEventListener('focusin', focused);
      document.removeEventListener('keydown', escaped);
    };
  }, [opened, place, opener, close]);
}
