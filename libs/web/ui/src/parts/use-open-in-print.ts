import { useEffect, useRef, type RefObject } from 'react';

/** Opens a disclosure while the page is printed, because paper cannot be opened, and leaves it as the reader had it afterwards. */
export function useOpenInPrint(): RefObject<HTMLDetailsElement | null> {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let openedHere = false;
    const open = (): void => {
      if (!details.current || details.current.open) return;
      details.current.open = true;
      openedHere = true;
    };
    const restore = (): void => {
      if (details.current && openedHere) details.current.open = false;
      openedHere = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
  return details;
}
