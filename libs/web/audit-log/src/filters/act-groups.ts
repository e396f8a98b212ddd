import { type ActName } from '@tavolo/contracts';

const actGroups = ['proposal', 'votes', 'consultation', 'charter', 'table', 'people', 'log', 'system'] as const;
export type ActGroup = (typeof actGroups)[number];

/** Groups in which acts are offered, by the first word of their names; everything else is a step of a proposal. */
const groupOf: Readonly<Record<string, ActGroup>> = {
  consent_round: 'votes',
  consent: 'votes',
  vote: 'votes',
  ballot: 'votes',
  hold: 'votes',
  dissent: 'votes',
  consultation: 'consultation',
  interest: 'consultation',
  assessment: 'consultation',
  reply: 'consultation',
  decision: 'consultation',
  charter: 'charter',
  drafting: 'charter',
  signing: 'charter',
  withdrawal: 'charter',
  breach: 'charter',
  exclusion: 'charter',
  signatory: 'charter',
  table: 'table',
  rulebook: 'table',
  mode: 'table',
  member: 'people',
  seat: 'people',
  role: 'people',
  space: 'log',
  export: 'log',
  log: 'log',
  subject: 'log',
  restore: 'log',
  installation: 'system',
  clock: 'system',
  account: 'system',
  session: 'system',
  invitation: 'system',
  area: 'system',
  organisation: 'system',
  person: 'system',
};
/** Acts that belong elsewhere than the first word of their names says. */
const exceptions: Readonly<Partial<Record<ActName, ActGroup>>> = { 'seat.recused': 'votes' };

const groupOfAct = (act: ActName): ActGroup => exceptions[act] ?? groupOf[act.split('.')[0] ?? ''] ?? 'proposal';

/** Acts that a log can hold, grouped; groups without acts are left out. Logs of tables hold no acts of the system, and its log holds few others. */
export function groupedActs(
  acts: readonly ActName[],
  log: 'table' | 'system',
): readonly (readonly [ActGroup, readonly ActName[]])[] {
  const groups = log === 'table' ? actGroups.filter((group) => group !== 'system') : (['system', 'log'] as const);
  return groups
    .map((group) => [group, acts.filter((act) => groupOfAct(act) === group)] as const)
    .filter(([, those]) => those.length > 0);
}
