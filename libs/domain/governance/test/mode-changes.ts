import { instant, memberId, seatId, type Instant } from '@tavolo/kernel';
import {
  advanceModeChange,
  declareEmergency,
  proposeModeChange,
  stepModeChange,
  type Blocker,
  type Composition,
  type ConsultationRulebook,
  type EmergencyBeginning,
  type ModeChange,
  type ModeChangeAct,
  type ModeChangeActName,
  type ModeChangeActPayloads,
  type ModeChangeBeginning,
  type ModeChangeConsequence,
  type ModeChangeOutcome,
  type ModeChangeStep,
  type Refusal,
  type Seat,
  type Sector,
} from '../src/index.js';
import { mandateRules } from './mandates.js';
import { actorAt, familyRules } from './tables.js';

/** Consultation at a table for elderly people. */
export const elderlyRules: ConsultationRulebook = {
  key: 'RB-ELD-1',
  version: 1,
  adoptedOn: '2026-06-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};

/** Planning at the same table. */
export const elderlyPlanning = { ...familyRules, key: 'RB-ELD-2', version: 2 };
export const elderlyHolders = { ...mandateRules, key: 'RB-ELD-3', version: 3 };

const seat = (member: string, sector: Sector, more: Partial<Seat> = {}): Seat => ({
  id: seatId(`seat-${member}`),
  sector,
  organisation: null,
  level: 'local',
  right: 'vote',
  assesses: true,
  decidingAuthority: false,
  holder: memberId(member),
  deputy: null,
  ...more,
});

/** Two seats of the public sector, four of the third sector, three citizens, two of the market; the institution decides and has no vote. */
export const elderlyTable: Composition = {
  seats: [
    ...['m01', 'm08'].map((one) => seat(one, 'public')),
    seat('m03', 'public', { right: 'voice', assesses: false, decidingAuthority: true }),
    ...['m14', 'm18', 'm20', 'm25'].map((one) => seat(one, 'third_sector')),
    ...['m31', 'm32', 'm36'].map((one) => seat(one, 'citizens')),
    ...['m27', 'm28'].map((one) => seat(one, 'market')),
  ],
  roles: [
    { role: 'facilitator', member: memberId('m40') },
    { role: 'secretary', member: memberId('m41') },
    { role: 'guarantor', member: memberId('m42') },
  ],
};

/** The voting seats of that table. */
export const elderlyVoters = ['m01', 'm08', 'm14', 'm18', 'm20', 'm25', 'm31', 'm32', 'm36', 'm27', 'm28'] as const;

export const begins = (differing: Partial<ModeChangeBeginning> = {}): ModeChangeBeginning => ({
  key: 'MC-1',
  from: elderlyRules,
  rulebook: elderlyPlanning,
  textHash: 'hash-of-the-rules',
  as: 'third_sector',
  reason: 'The associations ask to negotiate.',
  pending: null,
  ...differing,
});

/** A change of mode walked through act by act. */
export class ModeChangeWalk {
  readonly consequences: ModeChangeConsequence[] = [];
  blockers: readonly Blocker[] = [];

  constructor(
    public change: ModeChange,
    readonly table: Composition,
    public now: Instant,
  ) {}

  get names(): readonly string[] {
    return this.consequences.map(({ name }) => name);
  }

  at(moment: string): this {
    this.now = instant(moment);
    return this.#become(advanceModeChange(this.change, this.now, this.blockers));
  }

  act<Name extends ModeChangeActName>(name: Name, member: string, payload: ModeChangeActPayloads[Name]): this {
    const outcome = stepModeChange(this.change, this.#act(name, member, payload), this.now, this.blockers);
    if (!outcome.ok) throw new Error(`${name} by ${member} refused: ${JSON.stringify(outcome.refusal)}`);
    return this.#become(outcome);
  }

  refusal<Name extends ModeChangeActName>(
    name: Name,
    member: string,
    payload: ModeChangeActPayloads[Name],
  ): Refusal | null {
    const outcome = stepModeChange(this.change, this.#act(name, member, payload), this.now, this.blockers);
    return outcome.ok ? null : outcome.refusal;
  }

  #act<Name extends ModeChangeActName>(
    name: Name,
    member: string,
    payload: ModeChangeActPayloads[Name],
  ): ModeChangeAct {
    return { name, by: actorAt(this.table, member), table: this.table, ...payload } as unknown as ModeChangeAct;
  }

  #become({ change, consequences }: ModeChangeStep): this {
    expect(JSON.parse(JSON.stringify(change))).toEqual(change);
    expect(advanceModeChange(change, this.now, this.blockers)).toEqual({ change, consequences: [] });
    this.change = change;
    this.consequences.push(...consequences);
    return this;
  }
}

const walked = (outcome: ModeChangeOutcome, now: Instant): ModeChangeWalk => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  const walk = new ModeChangeWalk(outcome.change, elderlyTable, now);
  walk.consequences.push(...outcome.consequences);
  return walk;
};

/** Put forward by m18 for the bench of the third sector on 29 October. */
export function putForward(differing: Partial<ModeChangeBeginning> = {}, by = 'm18'): ModeChangeWalk {
  const now = instant('2026-10-29T09:00:00Z');
  return walked(proposeModeChange(begins(differing), actorAt(elderlyTable, by), elderlyTable, now), now);
}

/** Proposed by three of the four seats of the bench: the notice runs. */
export const noticeGiven = (differing: Partial<ModeChangeBeginning> = {}): ModeChangeWalk =>
  putForward(differing).act('mode_change.supported', 'm14', {}).act('mode_change.supported', 'm20', {});

/** On the vote, after the notice. */
export const onTheVote = (walk = noticeGiven(), key = 'B-4', at = '2026-11-10T09:05:00Z'): ModeChangeWalk =>
  walk.at(at).act('vote.opened', 'm41', { key, closesAt: null, presence: null });

/** Voted by everybody; those named say no or abstain. */
export function voted(
  walk = onTheVote(),
  { no = [], abstain = [] }: { readonly no?: readonly string[]; readonly abstain?: readonly string[] } = {},
  key = 'B-4',
): ModeChangeWalk {
  for (const member of elderlyVoters) {
    const choice = no.includes(member) ? 'no' : abstain.includes(member) ? 'abstain' : 'yes';
    walk.act('vote.cast', member, { ballot: key, choice });
  }
  return walk.act('vote.closed', 'm41', { ballot: key, reason: null });
}

export const emergencyBegins = (differing: Partial<EmergencyBeginning> = {}): EmergencyBeginning => ({
  key: 'MC-9',
  from: elderlyPlanning,
  rulebook: { ...elderlyRules, key: 'RB-ELD-4', version: 4 },
  textHash: 'hash-of-the-rules',
  reason: 'The river has flooded the centre.',
  pending: null,
  days: 30,
  latestEnd: null,
  ...differing,
});

/** Declared by the institution on 24 November. */
export function emergency(differing: Partial<EmergencyBeginning> = {}): ModeChangeWalk {
  const now = instant('2026-11-24T08:00:00Z');
  const outcome = declareEmergency(emergencyBegins(differing), actorAt(elderlyTable, 'm03'), elderlyTable, now);
  return walked(outcome, now);
}
