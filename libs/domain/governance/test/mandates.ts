import { instant, memberId, organisationId, seatId, type Instant } from '@tavolo/kernel';
import {
  advanceMandate,
  proposeMandate,
  standingOf,
  startProcedure,
  stepMandate,
  type AutoAdministrationProcedure,
  type AutoAdministrationRulebook,
  type Composition,
  type DecisionTerms,
  type Mandate,
  type MandateAct,
  type MandateActName,
  type MandateActPayloads,
  type MandateConsequence,
  type MandateStanding,
  type MandateTerms,
  type Refusal,
  type Seat,
  type Sector,
} from '../src/index.js';
import { version } from './proposals.js';
import { actorAt } from './tables.js';
import { Walk } from './walk.js';

const half = { fraction: '1/2', strict: true } as const;

/** The rules of the neighbourhood table: spending needs more than half of those eligible. */
export const mandateRules: AutoAdministrationRulebook = {
  key: 'RB-NEI-1',
  version: 1,
  adoptedOn: '2026-09-02',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'auto_administration',
  quorum: {
    overall: half,
    minOrganisations: 2,
    secondCall: { afterDays: 1, overall: { fraction: '1/3', strict: false }, perSectorMin: 0 },
    emptySector: 'block',
  },
  ordinary: { base: 'cast', threshold: half },
  spending: { base: 'eligible', threshold: half },
  standstillDays: 10,
};

/** 40,000 euro, at most 8,000 a decision, until 30 June 2027; a report every 90 days, suspended 15 days after. */
export const mandateTerms: MandateTerms = {
  key: 'MD-1',
  holders: ['third_sector', 'citizens'],
  scope: [{ id: 'first_access', words: { en: 'First access', it: 'Primo accesso' } }],
  expenseTypes: ['current'],
  exclusions: [{ id: 'staff', words: { en: 'Staff contracts', it: 'Contratti di personale' } }],
  budget: 4_000_000,
  perDecision: 800_000,
  startsOn: '2026-09-02',
  expiresOn: '2027-06-30',
  reportEveryDays: 90,
  suspendAfterDays: 15,
  revocation: { noticeDays: 30, grounds: [{ id: 'misuse', words: { en: 'Misuse', it: 'Uso improprio' } }] },
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
};

const seat = (member: string, sector: Sector, organisation: string | null, more: Partial<Seat> = {}): Seat => ({
  id: seatId(`seat-${member}`),
  sector,
  organisation: organisation === null ? null : organisationId(organisation),
  level: 'local',
  right: 'vote',
  assesses: false,
  decidingAuthority: false,
  holder: memberId(member),
  deputy: null,
  ...more,
});

/** Eight holders: four of the third sector, four citizens of whom two sit for one committee. The institution, another office and the market have a voice. */
export const mandateTable: Composition = {
  seats: [
    seat('m14', 'third_sector', 'org-mani'),
    seat('m16', 'third_sector', 'org-cer', { deputy: memberId('m17') }),
    seat('m20', 'third_sector', 'org-pas'),
    seat('m22', 'third_sector', 'org-gra'),
    seat('m31', 'citizens', null),
    seat('m32', 'citizens', 'org-bor'),
    seat('m33', 'citizens', 'org-bor'),
    seat('m39', 'citizens', null),
    seat('m01', 'public', 'org-udp', { right: 'voice', decidingAuthority: true }),
    seat('m06', 'public', 'org-uni', { right: 'voice' }),
    seat('m29', 'market', 'org-bus', { right: 'voice' }),
  ],
  roles: [
    { role: 'facilitator', member: memberId('m40') },
    { role: 'secretary', member: memberId('m41') },
    { role: 'guarantor', member: memberId('m42') },
    { role: 'coordinator', member: memberId('m43') },
  ],
};

export const holders = ['m14', 'm16', 'm20', 'm22', 'm31', 'm32', 'm33', 'm39'] as const;

/** A mandate walked through act by act. */
export class MandateWalk {
  readonly consequences: MandateConsequence[] = [];

  constructor(
    public mandate: Mandate,
    readonly table: Composition,
    public now: Instant,
  ) {}

  at(moment: string): this {
    this.now = instant(moment);
    return this.#become(advanceMandate(this.mandate, this.now));
  }

  act<Name extends MandateActName>(name: Name, member: string, payload: MandateActPayloads[Name]): this {
    const outcome = stepMandate(this.mandate, this.#act(name, member, payload), this.now);
    if (!outcome.ok) throw new Error(`${name} by ${member} refused: ${JSON.stringify(outcome.refusal)}`);
    return this.#become(outcome);
  }

  refusal<Name extends MandateActName>(name: Name, member: string, payload: MandateActPayloads[Name]): Refusal | null {
    const outcome = stepMandate(this.mandate, this.#act(name, member, payload), this.now);
    return outcome.ok ? null : outcome.refusal;
  }

  #act<Name extends MandateActName>(name: Name, member: string, payload: MandateActPayloads[Name]): MandateAct {
    return { name, by: actorAt(this.table, member), table: this.table, ...payload } as unknown as MandateAct;
  }

  #become({
    mandate,
    consequences,
  }: {
    readonly mandate: Mandate;
    readonly consequences: readonly MandateConsequence[];
  }): this {
    expect(JSON.parse(JSON.stringify(mandate))).toEqual(mandate);
    expect(advanceMandate(mandate, this.now)).toEqual({ mandate, consequences: [] });
    this.mandate = mandate;
    this.consequences.push(...consequences);
    return this;
  }
}

/** Proposed by a holder on the morning of its first day. */
export function proposedMandate(differing: Partial<MandateTerms> = {}): MandateWalk {
  const now = instant('2026-09-02T07:00:00Z');
  const outcome = proposeMandate({ ...mandateTerms, ...differing }, actorAt(mandateTable, 'm32'), mandateTable, now);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return new MandateWalk(outcome.mandate, mandateTable, now);
}

export const granted = { organisation: organisationId('org-com'), date: '2026-09-02', reference: '114/2026' } as const;

/** Granted by the institution on its first day. */
export const activeMandate = (differing: Partial<MandateTerms> = {}): MandateWalk =>
  proposedMandate(differing).at('2026-09-02T08:00:00Z').act('mandate.granted', 'm01', granted);

/** How the mandate stands for one decision, with whatever differs. */
export const standing = (differing: Partial<MandateStanding> = {}): MandateStanding => ({
  ...standingOf(activeMandate().mandate, 'D-1'),
  ...differing,
});

export const spending = (amount: number, differing: Partial<DecisionTerms> = {}): DecisionTerms => ({
  amount,
  area: 'first_access',
  expenseType: 'current',
  exclusions: [],
  beneficiaries: [],
  ...differing,
});

type DecisionWalk = Walk<AutoAdministrationProcedure>;

/** A decision in draft, begun by m32. */
export function decisionDraft(mandate = standing(), at = '2026-11-24T08:00:00Z'): DecisionWalk {
  const now = instant(at);
  const procedure = startProcedure({ rulebook: mandateRules, sponsors: [memberId('m32')], now, mandate });
  return new Walk(procedure, mandateTable, now);
}

/** Handed in, as its next version. */
export const submitted = (walk: DecisionWalk, terms = spending(800_000)): DecisionWalk =>
  walk.act('decision.submitted', 'm32', {
    terms,
    text: version(walk.procedure.versions.length + 1, 1),
    mandate: walk.procedure.mandate,
  });

/** On the vote of the holders. */
export const decisionBallot = (walk = submitted(decisionDraft()), key = 'B-1'): DecisionWalk =>
  walk.act('vote.opened', 'm40', { key, closesAt: null, presence: null, mandate: walk.procedure.mandate });

/** Voted by all holders, the first so many of them with yes. */
export function votedBy(walk: DecisionWalk, yes: number, key = 'B-1'): DecisionWalk {
  for (const [n, member] of holders.entries()) {
    walk.act('vote.cast', member, { ballot: key, choice: n < yes ? 'yes' : 'no' });
  }
  return walk.act('vote.closed', 'm41', { ballot: key, reason: null });
}

/** Adopted on 1 December, and standing still until 11 December. */
export const standingStill = (): DecisionWalk =>
  votedBy(decisionBallot(submitted(decisionDraft()).at('2026-12-01T09:00:00Z')), 5);
