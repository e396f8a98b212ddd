import { type Rulebook } from '@tavolo/governance';
import { localDateOf, type Instant } from '@tavolo/kernel';
import { type ActContext } from '@tavolo/server-platform';
import { type TableFacts } from '../policy/table-facts.js';
import { RulebookRecord } from '../records/rulebook.record.js';
import { recordAdoption } from './adopt-rulebook.act.js';
import { putInForce } from './rulebook-in-force.repository.js';

/**
 * The mode that a table had before its present one returns, with the rulebook of that time as a new version, at `at` and in the system's
 * name. Nothing happens at a table that had no other mode, or that has adopted a rulebook since `at`.
 */
export async function returnToFormerMode(context: ActContext, table: TableFacts, at: Instant): Promise<void> {
  const { manager } = context;
  const history = await manager.find(RulebookRecord, { where: { table: table.id }, order: { from: 'ASC' } });
  const current = history.find(({ to }) => to === null);
  const former = history.filter(({ body }) => body.mode !== current?.body.mode).at(-1);
  if (!current || !former || current.from > at) return;
  const version = Math.max(...history.map((one) => one.version)) + 1;
  const key = `${former.key}-${version}`;
  const rulebook: Rulebook = { ...former.body, key, version, adoptedOn: localDateOf(at, former.body.zone) };
  await putInForce({ manager, now: at }, table.id, rulebook);
  context.record({
    space: table.space,
    act: 'mode.changed',
    stream: `table:${table.key}`,
    actor: null,
    at,
    data: { table: table.key, from: current.body.mode, to: rulebook.mode, rulebook: key, replaces: current.key },
  });
  recordAdoption(context, table, rulebook, null, at);
  context.announce({ table: table.key, act: 'mode.changed', subject: `table:${table.key}` });
}
