import { useTableFacts } from '@tavolo/web-data';
import { actMessages, useAnnounce, useMessages } from '@tavolo/web-ui';
import { pageMessages } from '../messages/page-messages.js';
import { isOwnAct } from './own-acts.js';

/** Writing is announced by nobody: it happens with every word. */
const unannounced: ReadonlySet<string> = new Set(['doc.revision']);

/** Reads the page again when something happens at its table, and says to screen readers what others did with this proposal. */
export function useAnnouncedFacts(table: string, proposal: string): void {
  const announce = useAnnounce();
  const say = useMessages(pageMessages);
  const sayAct = useMessages(actMessages);
  useTableFacts(table, ({ act, subject }) => {
    if (unannounced.has(act) || subject !== `proposal:${proposal}` || isOwnAct(act)) return;
    announce(say('live.fact', { act: sayAct(act) }));
  });
}
