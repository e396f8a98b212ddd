import { rulebookChangesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { useMessages } from '@tavolo/web-ui';
import { ruleAskedMessages } from '../../messages/rule-asked-messages.js';
import { type TableAsk } from '../../table/table-ask.js';

/** What changes of the rules ask of the reader, at one table or at all of hers; nothing while that is being read. */
export function useRuleAsks(table?: string): readonly TableAsk[] {
  const { data } = useRead(rulebookChangesRoutes.waiting);
  const say = useMessages(ruleAskedMessages);
  return (data ?? [])
    .filter((one) => table === undefined || one.table.key === table)
    .map(({ table: at, change, rulebook, ask, until }) => {
      const to = `/tables/${at.key}/rulebook/changes/${change}`;
      return { key: `${at.key}-${change}`, to, sentence: say(ask, { change, rulebook }), at: at.name, until };
    });
}
