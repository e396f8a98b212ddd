import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';

/**
 * Names the document after the page, and gives the focus to the page's first-level heading (which needs `tabIndex={-1}`) after a
 * navigation. On the first page of a visit the focus stays where the browser begins; a change of the query alone does not move it.
 */
export function usePageTitle(title: string): void {
  const say = useMessages(shellMessages);
  const { key, pathname } = useLocation();
  useEffect(() => {
    document.title = say('page.title', { title });
  }, [say, title]);
  const first = key === 'default';
  useEffect(() => {
    if (first) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [first, pathname]);
}
