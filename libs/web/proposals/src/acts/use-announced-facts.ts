import { type Fact, type ProposalView } from '@tavolo/contracts';
import { useTableFacts } from '@tavolo/web-data';
import { useAnnounce } from '@tavolo/web-ui';
import { useEffect, useRef } from 'react';
import { isOwnAct } from './own-acts.js';
import { useNews, type Heard } from './use-news.js';

/** Writing happens with every word, and the others come with an act that says the same in plainer words. */
const unannounced: ReadonlySet<Fact['act']> = new Set<Fact['act']>([
  'doc.revision',
  'vote.roll',
  'vote.result',
  'version.translated',
]);

/**
 * Reads the page again when something happens at its table, and says to screen readers what others did with this proposal, once the page
 * shows it: `Amina Teldari voted.` One's own acts are never said; what follows from them is.
 */
export function useAnnouncedFacts(view: ProposalView): void {
  const announce = useAnnounce();
  const news = useNews();
  const heard = useRef<readonly Heard[]>([]);
  const before = useRef(view);
  useTableFacts(view.table.key, ({ act, subject }) => {
    if (unannounced.has(act) || subject !== `proposal:${view.key}`) return;
    heard.current = [...heard.current, { act, own: isOwnAct(act) }];
  });
  useEffect(() => {
    if (heard.current.length === 0 || before.current === view) return;
    const sentences = news(heard.current, before.current, view);
    heard.current = [];
    before.current = view;
    if (sentences.length > 0) announce(sentences.join(' '));
  }, [view, announce, news]);
}
