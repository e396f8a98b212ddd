import { type ActName } from '@tavolo/contracts';

/** Groups in which acts are offered, by the first word of their names. */
const groupOf: Readonly<Record<string, ActGroup>> = {
  installation: 'system',
  clock: 'system',
  account: 'system',
  session: 'system',
  invitation: 'system',
  area: 'system',
  organisation: 'system',
  person: 'system',
  space: 'table',
  table: 'table',
  rulebook: 'table',
  member: 'table',
  seat: 'table',
  role: 'table',
  mode: 'table',
  export: 'table',
  log: 'table',
  doc: 'text',
  version: 'text',
  amendment: 'text',
  suggestion: 'text',
  consultation: 'consultation',
  interest: 'consultation',
  assessment: 'consultation',
  reply: 'consultation',
  decision: 'consultation',
};
const actGroups = ['text', 'planning', 'consultation', 'table', 'system'] as const;
export type ActGroup = (typeof actGroups)[number];

/** Everything else is a step of a negotiated procedure. */
const planning = 'planning';

/** Acts that a log can hold, grouped; groups without acts are left out. Logs of tables hold no acts of the system, and its log holds few others. */
export function groupedActs(
  acts: readonly ActName[],
  log: 'table' | 'system',
): readonly (readonly [ActGroup, readonly ActName[]])[] {
  const groups = log === 'table' ? actGroups.filter((group) => group !== 'system') : (['system', 'table'] as const);
  return groups
    .map((group) => [group, acts.filter((act) => (groupOf[act.split('.')[0] ?? ''] ?? planning) === group)] as const)
    .filter(([, those]) => those.length > 0);
}
