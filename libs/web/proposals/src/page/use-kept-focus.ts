import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard where it was working when what had the focus goes away or is out of order for a moment: a form that is done, a button

 */
export function useKeptFocus<Part extends HTMLElement>(): RefObject<Part | null> {
  const page = useRef<Part>(null);
  useEffect(() => {
    const root = page.current;
    if (root === null) return undefined;
    let last: HTMLElement | null = null;
    let opener: HTMLElement | null = null;
    let heading: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.closest('dialog') === null) opener = null;
      else if (last?.closest('dialog') === null) opener = last;
      last = target instanceof HTMLElement ? target : null;
      heading = last?.closest('section')?.querySelector('h2') ?? null;
    };
    // Whoever presses beside everything has left by herself.
    const leave = (): void => {
      last = null;
    };
    const keep = (): void => {
      if (last === null || document.activeElement !== document.body) return;
      const worked = [last, opener].find((element) => element?.isConnected);
      if (worked) {
        worked.focus({ preventScroll: true });
        return;
      }
      const place = heading?.isConnected ? heading : root.querySelector<HTMLElement>('h1');
      place?.setAttribute('tabindex', '-1');
      place?.focus();
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, 0);
    };
    const observer = new MutationObserver(later);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    root.addEventListener('focusin', note);
    document.addEventListener('pointerdown', leave, true);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      root.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', leave, true);
    };
  }, []);
  return page;
}
