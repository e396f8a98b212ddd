import { modeChangesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { modeMessages, useMessages } from '@tavolo/web-ui';
import { modeAskedMessages } from '../messages/mode-asked-messages.js';
import { type TableAsk } from '../table/table-ask.js';

/** What changes of mode ask of the reader, at one table or at all of hers; nothing while that is being read. */
export function useModeAsks(table?: string): readonly TableAsk[] {
  const { data } = useRead(modeChangesRoutes.waiting);
  const say = useMessages(modeAskedMessages);
  const sayMode = useMessages(modeMessages);
  return (data ?? [])
    .filter((one) => table === undefined || one.table.key === table)
    .map(({ table: at, modeChange: key, from, to, ask, until }) => {
      const change = say('change', { from: sayMode(`name.${from}`), to: sayMode(`name.${to}`) });
      const sentence = say(ask, { change, key });
      return { key: `${at.key}-${key}`, to: `/tables/${at.key}/mode#${key}`, sentence, at: at.name, until };
    });
}
