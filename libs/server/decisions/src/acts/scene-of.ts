import { type Actor, type Composition } from '@tavolo/governance';
import { NotAllowed, NotFound, type ActContext } from '@tavolo/server-platform';
import { type TablePolicy, type TableFacts } from '@tavolo/server-tables';

/** Where a member acts on something of a table that is no proposal: a mandate, a change of mode. */
export interface TableScene<Row> {
  readonly context: ActContext;
  readonly row: Row;
  readonly table: TableFacts;
  readonly composition: Composition;
  readonly actor: Actor;
  /** Whose personal data her words are. */
  readonly person: string | null;
}

/** The scene of an act on `row`. Throws `NotFound` of a `what` for whoever may not know of its table, `NotAllowed` for who is no member. */
export async function sceneOf<Row extends { readonly table: string }>(
  policy: TablePolicy,
  row: Row | null,
  what: string,
  context: ActContext,
): Promise<TableScene<Row>> {
  const { manager, who } = context;
  const standing = row && (await policy.find(who, row.table, manager));
  if (!row || !standing) throw new NotFound(what);
  const { table, actor } = standing;
  if (!actor) throw new NotAllowed('seat');
  const composition = await policy.composition(table.id, manager);
  return { context, row, table, composition, actor, person: who.kind === 'person' ? who.person : null };
}
