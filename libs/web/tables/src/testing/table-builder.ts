import { type MeAtTable, type ProposalSummary, type TableView } from '@tavolo/contracts';
import { type PlanningRulebook } from '@tavolo/governance';
import { type Instant } from '@tavolo/kernel';
import { seat } from '@tavolo/web-ui/testing';

export { seat };

export const visitor: MeAtTable = {
  member: null,
  seat: null,
  asDeputy: false,
  roles: [],
  administrator: false,
  seesNames: false,
};

export const proposal = (key: string, more: Partial<ProposalSummary> = {}): ProposalSummary => ({
  key,
  kind: 'proposal',
  title: { en: `Title of ${key}` },
  origin: 'citizens',
  mode: 'planning',
  stage: 'negotiating',
  deadline: null,
  version: 0,
  changedAt: '2026-11-20T10:00:00.000Z' as Instant,
  deviation: false,
  ...more,
});

export const rulebook: PlanningRulebook = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-09-01',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: ['06-24'] },
  mode: 'planning',
  parties: ['public', 'citizens'],
  quorum: { overall: { fraction: '1/2', strict: true }, emptySector: 'block' },
  decision: {
    first: 'consent',
    base: 'cast',
    threshold: { fraction: '1/2', strict: true },
    concurrence: ['public', 'citizens'],
  },
  hold: null,
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};

export const table = (more: Partial<TableView> = {}): TableView => ({
  key: 'T-1',
  name: { en: 'A table' },
  mode: 'planning',
  visibility: 'public',
  seats: 2,
  openProposals: 0,
  me: visitor,
  area: null,
  rulebook,
  modeHistory: [],
  seatsView: [seat(1, 'public'), seat(2, 'citizens')],
  rolesView: [],
  proposals: [],
  decisions: [],
  log: { origin: 'host/log/t-1', vkey: 'host/log/t-1+00+AA', mayRead: true },
  ...more,
});
