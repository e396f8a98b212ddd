import { type MandateView, type ProposalView, type ProposedTerms } from '@tavolo/contracts';
import {
  type AutoAdministrationProcedure,
  type AutoAdministrationRulebook,
  type MandateActName,
} from '@tavolo/governance';
import { AtTable } from './planning-table.js';
import { type TableDesign } from './small-table.act.js';
import { type Answer, type ProblemBody, type TestApplication } from './test-application.js';

const half = { fraction: '1/2', strict: true } as const;

/** Rules of a table whose holders decide under a mandate. */
export const mandateRulebook: AutoAdministrationRulebook = {
  key: 'RB-MAN-1',
  version: 1,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'auto_administration',
  quorum: { overall: half, minOrganisations: 2, emptySector: 'block' },
  ordinary: { base: 'cast', threshold: half },
  spending: { base: 'eligible', threshold: half },
  standstillDays: 10,
};

/** Those who hold the mandate, in the order of their seats. */
export const holders = ['Teresa', 'Tommaso', 'Tina', 'Tullio', 'Carla', 'Ciro', 'Cesare', 'Chiara'] as const;

/** Eight holders of two sectors; Ilaria sits for the institution, Vera for the market, both with a voice. */
export const mandateTable = (key: string, changes: Partial<TableDesign> = {}): TableDesign => ({
  key,
  visibility: 'public',
  rulebook: mandateRulebook,
  people: [
    ...holders.slice(0, 4).map((name) => ({ name, sector: 'third_sector' as const })),
    ...holders.slice(4).map((name) => ({ name, sector: 'citizens' as const })),
    { name: 'Ilaria', sector: 'public', right: 'voice', decidingAuthority: true },
    { name: 'Vera', sector: 'market', right: 'voice' },
    { name: 'Fabio', roles: ['facilitator'] },
    { name: 'Sara', roles: ['secretary'] },
    { name: 'Ada', roles: ['guarantor'] },
  ],
  ...changes,
});

/** 40,000 euro, at most 8,000 a decision, until 30 June 2027. */
export const terms: ProposedTerms = {
  holders: ['third_sector', 'citizens'],
  scope: [{ id: 'first_access', words: { en: 'First access', it: 'Primo accesso' } }],
  expenseTypes: ['current'],
  exclusions: [{ id: 'staff', words: { en: 'Staff contracts', it: 'Contratti di personale' } }],
  budget: 4_000_000,
  perDecision: 800_000,
  startsOn: '2026-09-02',
  expiresOn: '2027-06-30',
  reportEveryDays: 90,
  revocation: { grounds: [{ id: 'misuse', words: { en: 'Misuse of money', it: 'Uso improprio del denaro' } }] },
};

/** Acts under a mandate by the names of the people of the table. */
export class UnderMandate extends AtTable {
  constructor(
    private readonly server: TestApplication,
    ...rest: ConstructorParameters<typeof AtTable> extends [unknown, ...infer Rest] ? Rest : never
  ) {
    super(server, ...rest);
  }

  propose<Body = MandateView>(name: string, differing: Partial<ProposedTerms> = {}): Promise<Answer<Body>> {
    const path = `/tables/${this.table.key}/mandates`;
    return this.server.request<Body>(this.person(name), 'POST', path, { ...terms, ...differing });
  }

  /** Proposed by the first holder and granted by the institution; returns its key. */
  async granted(differing: Partial<ProposedTerms> = {}): Promise<string> {
    const proposed = await this.propose('Teresa', differing);
    if (proposed.status !== 200) throw new Error(JSON.stringify(proposed.body));
    await this.on('Ilaria', proposed.body.key, 'mandate.granted', this.grant);
    return proposed.body.key;
  }

  get grant(): object {
    return { organisation: this.table.organisations.public, date: '2026-09-02', reference: 'Decision 114/2026' };
  }

  tryOn<Body = ProblemBody>(name: string, mandate: string, act: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.server.request<Body>(this.person(name), 'POST', `/mandates/${mandate}/acts/${act}`, body);
  }

  async on(name: string, mandate: string, act: MandateActName, body: unknown = {}): Promise<MandateView> {
    const answer = await this.tryOn<MandateView>(name, mandate, act, body);
    if (answer.status !== 200) throw new Error(`${name} ${act}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async mandate(name: string | null, key: string): Promise<MandateView> {
    const person = name === null ? null : this.person(name);
    return (await this.server.request<MandateView>(person, 'GET', `/mandates/${key}`)).body;
  }

  /** A decision of Carla that was handed in; returns its key. */
  async submitted(amount: number, differing: object = {}): Promise<string> {
    const key = await this.draft('Carla', 'A minibus to the clinic');
    await this.write('Carla', key, 'On Tuesdays and Fridays.');
    await this.do('Carla', key, 'decision.submitted', {
      amount,
      area: 'first_access',
      expenseType: 'current',
      ...differing,
    });
    return key;
  }

  /** Voted on by all holders, the first so many of them with yes. */
  async voted(key: string, yes: number): Promise<ProposalView> {
    const ballot = await this.openBallot(key);
    await this.cast(key, ballot, Object.fromEntries(holders.map((name, n) => [name, n < yes ? 'yes' : 'no'])));
    return this.do('Sara', key, 'vote.closed', { ballot });
  }
}

/** The decision that a view shows. */
export function decisionIn({ procedure }: ProposalView): AutoAdministrationProcedure {
  if (procedure.mode !== 'auto_administration') throw new Error(`${procedure.mode} is no decision under a mandate`);
  return procedure;
}
