import { actMessages, useAnnounce, useMessages } from '@tavolo/web-ui';
import { useTableFacts } from '@tavolo/web-data';
import { tablePageMessages } from '../messages/table-page-messages.js';

/** Writing is announced by nobody: it happens with every word. */
const unannounced: ReadonlySet<string> = new Set(['doc.revision']);

/** Reads again what is shown of a table when something happens there, and says it to screen readers; `name` where the page shows several tables. */
export function useAnnouncedFacts(table: string, name?: string): { readonly present: readonly string[] } {
  const announce = useAnnounce();
  const say = useMessages(tablePageMessages);
  const sayAct = useMessages(actMessages);
  return useTableFacts(table, ({ act, subject }) => {
    if (unannounced.has(act)) return;
    const values = { act: sayAct(act), subject: subject.slice(subject.indexOf(':') + 1) };
    announce(name === undefined ? say('live.fact', values) : say('live.factAt', { ...values, table: name }));
  });
}
