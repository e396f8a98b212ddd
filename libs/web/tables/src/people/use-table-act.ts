import { tablesRoutes, type TableActBody, type TableActName } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';

/** Acts on the people of a table. The answer is the table as it now is, and the page shows it at once. */
export function useTableAct(table: string) {
  const { perform, busy, error } = usePerform(tablesRoutes.act, {
    shows: { route: tablesRoutes.table, params: { table } },
  });
  return {
    /** `false` when it was refused, and then `error` says why. */
    perform: <Name extends TableActName>(act: Name, body: TableActBody<Name>): Promise<boolean> =>
      perform({ params: { table, act }, body }),
    busy,
    error,
  };
}
