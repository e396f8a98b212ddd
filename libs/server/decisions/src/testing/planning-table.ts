import { type ProposalView } from '@tavolo/contracts';
import { type PlanningRulebook } from '@tavolo/governance';
import { TextImport } from '@tavolo/server-proposals';
import { type ProblemBody, type Answer, type TestApplication } from './test-application.js';
import { type SmallTable, type TableDesign } from './small-table.act.js';
import { clauses, hashOf } from './writing.js';

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

  member(name: string): string {
    return this.table.people[name]?.member ?? '';
  }

  seat(name: string): string {
    return this.table.people[name]?.seat ?? '';
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

  /** Writes the stored text of a proposal that nobody has open; returns its hash. */
  async write(name: string, proposal: string, ...words: readonly string[]): Promise<string> {
    const { body } = await this.view(name, proposal);
    const written = { proposal: body.document.id, member: this.member(name), text: clauses(...words), at: body.now };
    return this.application.app.get(TextImport).write(written);
  }

  /** A proposal of Teresa that is being negotiated. */
  async negotiating(...words: readonly string[]): Promise<string> {
    const key = await this.draft('Teresa');
    await this.write('Teresa', key, ...words);
    await this.do('Teresa', key, 'proposal.submitted');
    await this.do('Fabio', key, 'negotiation.opened');
    return key;
  }

  /** Everybody who must confirms the text; with the last one it is settled. */
  async settle(proposal: string, textHash: string): Promise<ProposalView> {
    for (const name of ['Fabio', 'Paola', 'Teresa'])
      await this.do(name, proposal, 'settlement.confirmed', { textHash });
    return this.do('Carla', proposal, 'settlement.confirmed', { textHash });
  }

  /** A settled proposal with an open ballot; returns both keys. */
  async voting(
    words: string | readonly string[],
    { closesAt = null }: { readonly closesAt?: string | null } = {},
  ): Promise<{ readonly key: string; readonly ballot: string }> {
    const text = typeof words === 'string' ? [words] : words;
    const key = await this.negotiating(...text);
    await this.settle(key, hashOf(clauses(...text)));
    return { key, ballot: await this.openBallot(key, closesAt) };
  }

  async openBallot(proposal: string, closesAt: string | null = null): Promise<string> {
    const view = await this.do('Sara', proposal, 'vote.opened', { closesAt });
    const ballot = 'ballots' in view.procedure ? view.procedure.ballots.at(-1) : undefined;
    if (!ballot) throw new Error('no ballot was opened');
    return ballot.key;
  }

  async cast(
    proposal: string,
    ballot: string,
    votes: Readonly<Record<string, 'yes' | 'no' | 'abstain'>>,
  ): Promise<void> {
    for (const [name, choice] of Object.entries(votes)) await this.do(name, proposal, 'vote.cast', { ballot, choice });
  }

  async view(name: string | null, proposal: string): Promise<Answer> {
    return this.application.request(name === null ? null : this.person(name), 'GET', `/proposals/${proposal}`);
  }
}
