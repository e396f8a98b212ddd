import { type PlanningRulebook } from '@tavolo/governance';
import { type ProblemBody, type Answer, type TestApplication } from './test-application.js';
import { type SmallTable, type TableDesign } from './small-table.act.js';
import { type ProposalView } from '@tavolo/contracts';

/** Rules of a table with three parties, each of which must concur. */
export const planningRulebook: PlanningRulebook = {
  key: 'RB-TEST-1',
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'planning',
  parties: ['public', 'third_sector', 'citizens'],
  quorum: {
    overall: { fraction: '1/2', strict: true },
    perSector: { fraction: '1/3', min: 1 },
    emptySector: 'block',
  },
  decision: {
    first: 'ballot',
    base: 'cast',
    threshold: { fraction: '1/2', strict: true },
    concurrence: ['public', 'third_sector', 'citizens'],
  },
  hold: { need: '2/3', days: 15, perProposal: 1 },
  maxReferBack: 1,
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  ratifyingOrgan: null,
};

/** Six voting seats, two of each party; a deputy; a facilitator and a secretary without seats; a seat with voice only. */
export const planningTable = (key: string, changes: Partial<TableDesign> = {}): TableDesign => ({
  key,
  visibility: 'public',
  rulebook: planningRulebook,
  people: [
    { name: 'Paola', sector: 'public' },
    { name: 'Piero', sector: 'public' },
    { name: 'Teresa', sector: 'third_sector' },
    { name: 'Tommaso', sector: 'third_sector' },
    { name: 'Carla', sector: 'citizens' },
    { name: 'Ciro', sector: 'citizens' },
    { name: 'Dora', deputyOf: 'Ciro' },
    { name: 'Vera', sector: 'market', right: 'voice' },
    { name: 'Fabio', roles: ['facilitator'] },
    { name: 'Sara', roles: ['secretary'] },
  ],
  ...changes,
});

/** Acts at a table by the names of its people. */
export class AtTable {
  constructor(
    private readonly application: TestApplication,
    readonly table: SmallTable,
  ) {}

  person(name: string): string {
    const found = this.table.people[name];
    if (!found) throw new Error(`nobody called ${name} sits at ${this.table.key}`);
    return found.person;
  }

  /** Begins a proposal; returns its key. */
  async draft(name: string, title = 'A network for foster families'): Promise<string> {
    const path = `/tables/${this.table.key}/proposals`;
    const { body, status } = await this.application.request(this.person(name), 'POST', path, { title, language: 'en' });
    if (status !== 200) throw new Error(`refused: ${JSON.stringify(body)}`);
    return body.key;
  }

  /** Performs an act that may be refused. */
  try<Body = ProblemBody>(
    name: string,
    proposal: string,
    act: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const path = `/proposals/${proposal}/acts/${act}`;
    return this.application.request<Body>(this.person(name), 'POST', path, body, headers);
  }

  /** Performs an act that must be accepted. */
  async do(name: string, proposal: string, act: string, body: unknown = {}): Promise<ProposalView> {
    const answer = await this.try<ProposalView>(name, proposal, act, body);
    if (answer.status !== 200) throw new Error(`${name} ${act}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async view(name: string | null, proposal: string): Promise<Answer> {
    return this.application.request(name === null ? null : this.person(name), 'GET', `/proposals/${proposal}`);
  }
}
