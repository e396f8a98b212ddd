import { type Rulebook } from '@tavolo/governance';
import { localDateOf, type Instant } from '@tavolo/kernel';
import { type ActContext } from '@tavolo/server-platform';
import { type EntityManager } from 'typeorm';
import { type TableFacts } from '../policy/table-facts.js';
import { RulebookRecord } from '../records/rulebook.record.js';
import { putInForce } from './rulebook-in-force.repository.js';

/** The rules with a name and a version that the table has not had: their own where they are free. */
export async function namedRulebook(manager: EntityManager, table: TableFacts, rulebook: Rulebook): Promise<Rulebook> {
  const had = await manager.find(RulebookRecord, { where: { table: table.id } });
  const taken = had.some(({ key, version }) => key === rulebook.key || version === rulebook.version);
  if (!taken) return rulebook;
  const version = Math.max(...had.map((one) => one.version)) + 1;
  return { ...rulebook, key: `RB-${table.key.replace(/^T-/u, '')}-${version}`, version };
}

/**
 * The table passes to the mode of these rules at `at`, because of a change of mode (domain.md 2.5), and nobody acts: the rules come into
 * force, and the log tells of both. Returns them as they are in force.
 */
export async function passToMode(
  context: ActContext,
  table: TableFacts,
  to: Rulebook,
  { at, modeChange }: { readonly at: Instant; readonly modeChange: string },
): Promise<Rulebook> {
  const { manager } = context;
  const named = await namedRulebook(manager, table, to);
  const rulebook: Rulebook = { ...named, adoptedOn: localDateOf(at, named.zone) };
  const { key, version, mode } = rulebook;
  const { mode: from, key: replaces } = await inForce(manager, table);
  await putInForce({ manager, now: at }, table.id, rulebook);
  const told = { space: table.space, actor: null, at };
  const stream = `table:${table.key}`;
  const data = { table: table.key, from, to: mode, rulebook: key, replaces, modeChange };
  context.record({ ...told, act: 'mode.changed', stream, data });
  const adopted = { rulebook: key, version, mode, text: JSON.stringify(rulebook), modeChange };
  context.record({ ...told, act: 'rulebook.adopted', stream: `rulebook:${key}`, data: adopted });
  context.announce({ table: table.key, act: 'mode.changed', subject: stream });
  return rulebook;
}

async function inForce(manager: EntityManager, { id: table, rulebook }: TableFacts): Promise<Rulebook> {
  const history = await manager.find(RulebookRecord, { where: { table } });
  return history.find(({ to }) => to === null)?.body ?? rulebook;
}
