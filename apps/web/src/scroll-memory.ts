import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far each visited place was scrolled, by the key of its entry in the browser's history. */
const scrolled = new Map<string, number>();

/**
 * A new page begins at its top, or at the part its address names; going back and forth finds the place where one was, also when the
 * content arrives a moment later. A change of the query alone leaves the place as it is.
 */
export function useScrollMemory(): void {
  const { key, pathname, hash } = useLocation();
  const type = useNavigationType();
  const before = useRef<string | null>(null);
  useEffect(() => {
    window.history.scrollRestoration = 'manual';
  }, []);
  // In the same commit as the page itself: what the change of page scrolls must not be noted for the page before.
  useLayoutEffect(() => {
    const note = (): void => void scrolled.set(key, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [key]);
  useLayoutEffect(() => {
    const first = before.current === null;
    const same = before.current === pathname;
    before.current = pathname;
    if (hash !== '') return until(() => showPart(hash.slice(1)));
    if (type === NavigationType.Pop && !first) return until(() => showPlace(scrolled.get(key) ?? 0));
    if (!same && !first) window.scrollTo(0, 0);
    return undefined;
  }, [key, pathname, hash, type]);
}

function showPart(id: string): boolean {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  return part !== null;
}

function showPlace(place: number): boolean {
  window.scrollTo(0, place);
  return Math.abs(window.scrollY - place) < 2;
}

/** Tries until it is done, for a second at most; the returned function gives up. */
function until(done: () => boolean): (() => void) | undefined {
  if (done()) return undefined;
  let tries = 20;
  const timer = setInterval(() => {
    tries -= 1;
    if (done() || tries === 0) clearInterval(timer);
  }, 50);
  return () => clearInterval(timer);
}
