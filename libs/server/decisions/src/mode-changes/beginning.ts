import { amongChanges, type Actor, type Composition, type ModeChange, type Rulebook } from '@tavolo/governance';
import { canonicalJson, localDateOf, type JsonObject } from '@tavolo/kernel';
import { DomainRefusal, NotAllowed, type ActContext } from '@tavolo/server-platform';
import { modeChangesAt, takeKey } from '@tavolo/server-proposals';
import { namedRulebook, type TablePolicy, type TableFacts } from '@tavolo/server-tables';
import { createHash } from 'node:crypto';

/** What every change of mode begins from. */
export interface Beginning {
  readonly table: TableFacts;
  readonly actor: Actor;
  readonly composition: Composition;
  readonly person: string | null;
  readonly begins: ReturnType<typeof amongChanges> & {
    readonly key: string;
    readonly rulebook: Rulebook;
    readonly textHash: string;
  };
}

/** What was asked for, and from imports the key of the change. */
interface Asked {
  readonly table: string;
  readonly key?: string | undefined;
  readonly rulebook: Rulebook;
}

/**
 * The table, who begins, and the new rules under a name of their own; time zone and holidays stay those of the table. Private rooms keep
 * their way of deciding.
 */
export async function beginModeChange(
  policy: TablePolicy,
  kind: ModeChange['kind'],
  { table: tableKey, key: given, rulebook: proposed }: Asked,
  context: ActContext,
): Promise<Beginning> {
  const { manager, now, who } = context;
  const { table, actor } = await policy.of(who, tableKey, manager);
  if (!actor) throw new NotAllowed('seat');
  if (table.room) throw new DomainRefusal({ code: 'mode_not_offered', rule: '2.2', params: { mode: proposed.mode } });
  const { zone, holidays } = table.rulebook;
  const adoptedOn = localDateOf(now, zone);
  const rulebook = await namedRulebook(manager, table, { ...proposed, adoptedOn, zone, holidays });
  const textHash = hashOf(rulebook);
  const among = amongChanges(kind, table.rulebook, await modeChangesAt(manager, table.id, now));
  const key = await takeKey(manager, 'modeChange', table, given);
  return {
    table,
    actor,
    composition: await policy.composition(table.id, manager),
    person: who.kind === 'person' ? who.person : null,
    begins: { ...among, key, rulebook, textHash },
  };
}

const hashOf = (rulebook: Rulebook): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(rulebook)) as JsonObject))
    .digest('base64');
