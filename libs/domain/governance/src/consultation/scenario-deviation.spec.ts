import { assess, consultationDraft, consultationOpen, version } from '../../test/proposals.js';
import {
  type ActPayloads,
  type ConsultationProcedure,
  type InstitutionalDecision,
  type ReplyOutcome,
} from '../index.js';
import { deviationOf } from './deviation.js';
import { type Walk } from '../../test/walk.js';

type Consultation = Walk<ConsultationProcedure>;

const reply = (
  walk: Consultation,
  key: string,
  assessments: readonly string[],
  outcome: ReplyOutcome = 'noted',
  reason: string | null = 'It was weighed against the hours that there are.',
): Consultation => walk.act('reply.published', 'm03', { key, assessments, outcome, reason });

const decision = (outcome: InstitutionalDecision, statement: string | null): ActPayloads['decision.recorded'] => ({
  outcome,
  statement,
  version: null,
});

/** Four of ten have spoken by 4 December, the market not at all. */
function fourOfTen(): Consultation {
  const walk = consultationOpen();
  assess(walk.at('2026-11-12T09:00:00Z'), 'AS-10', 'm18', 'conditional', 'c2');
  assess(walk.at('2026-11-16T09:00:00Z'), 'AS-11', 'm08', 'favourable');
  assess(walk.at('2026-11-19T09:00:00Z'), 'AS-12', 'm36', 'favourable');
  return assess(walk.at('2026-11-20T09:00:00Z'), 'AS-13', 'm14', 'conditional', 'c1');
}

/** Two more speak within the extension. */
function sixOfTen(): Consultation {
  const walk = fourOfTen().at('2026-12-05T09:00:00Z');
  assess(walk, 'AS-14', 'm20', 'contrary');
  return assess(walk, 'AS-15', 'm28', 'favourable').at('2026-12-15T09:00:00Z');
}

describe('a consultation in which few have spoken', () => {
  it('is extended once to 14 December, with the reason in numbers', () => {
    const walk = fourOfTen().at('2026-12-05T09:00:00Z');
    expect(walk.procedure).toMatchObject({
      stage: 'open',
      deadline: '2026-12-14T22:59:59.999Z',
      window: { closesAt: '2026-12-14T22:59:59.999Z' },
      extension: { n: 1, from: '2026-12-04T22:59:59.999Z', until: '2026-12-14T22:59:59.999Z' },
    });
    expect(walk.consequences).toMatchObject([{ name: 'consultation.extended', at: '2026-12-04T22:59:59.999Z' }]);
    expect(walk.procedure.extension?.explanation.values).toEqual({
      entitled: 10,
      assessments: 4,
      needed: 5,
      silentSectors: ['market'],
    });
    const grounds = walk.procedure.extension?.explanation.children.filter(({ held }) => !held);
    expect(grounds).toMatchObject([
      { key: 'consultation.fewSeats', values: { have: 4, needed: 5, entitled: 10, fraction: '1/2' } },
      { key: 'consultation.silentSector', values: { sector: 'market', entitled: 2, have: 0 } },
    ]);
  });

  it('takes no contrary assessment without a reason, and one with a reason', () => {
    const walk = fourOfTen().at('2026-12-05T09:00:00Z');
    const contrary = { key: 'AS-14', position: 'contrary', clause: null, condition: null } as const;
    expect(walk.refusal('assessment.submitted', 'm20', { ...contrary, reason: null })?.code).toBe('reason_required');
    expect(walk.refusal('assessment.submitted', 'm20', { ...contrary, reason: 'Too far.' })).toBeNull();
  });

  it('closes on 14 December with five supportive against one, and replies are due on 13 January 2027', () => {
    const walk = sixOfTen();
    expect(walk.procedure).toMatchObject({
      stage: 'closed',
      since: '2026-12-14T22:59:59.999Z',
      thin: false,
      replyDue: '2027-01-13T22:59:59.999Z',
      prevailing: {
        leaning: 'supportive',
        supportive: 5,
        contrary: 1,
        entitled: 10,
        assessments: 6,
        bySector: {
          third_sector: { supportive: 2, contrary: 1, leaning: 'supportive' },
          public: { supportive: 1, contrary: 0, leaning: 'supportive' },
          citizens: { supportive: 1, contrary: 0, leaning: 'supportive' },
          market: { supportive: 1, contrary: 0, leaning: 'supportive' },
        },
      },
    });
    const late = { key: 'AS-16', position: 'favourable', clause: null, reason: null, condition: null } as const;
    expect(walk.refusal('assessment.submitted', 'm25', late)?.code).toBe('deadline_passed');
  });

  it('closes as thin when the extension has not helped, and is not extended again', () => {
    const walk = fourOfTen().at('2026-12-15T09:00:00Z');
    expect(walk.procedure).toMatchObject({ stage: 'closed', thin: true, prevailing: { supportive: 4, contrary: 0 } });
    expect(walk.procedure.prevailing?.bySector).not.toHaveProperty('market');
    expect(walk.procedure.prevailing?.silent).toHaveLength(6);
    expect(walk.followed).toEqual(['consultation.extended', 'consultation.closed']);
    expect(walk.consequences.at(-1)?.data).toMatchObject({
      thin: true,
      assessments: 4,
      entitled: 10,
      needed: 5,
      silentSectors: ['market'],
    });
  });

  it('is extended for a silent sector though half of the seats have spoken', () => {
    const walk = assess(fourOfTen(), 'AS-14', 'm20', 'none').at('2026-12-05T09:00:00Z');
    expect(walk.procedure.extension?.explanation.children.filter(({ held }) => !held)).toMatchObject([
      { key: 'consultation.silentSector', values: { sector: 'market' } },
    ]);
  });
});

describe('a decision', () => {
  const answered = (): Consultation => {
    const walk = sixOfTen().at('2026-12-20T09:00:00Z');
    for (const key of ['AS-10', 'AS-11', 'AS-12', 'AS-13', 'AS-14']) reply(walk, `RE-${key}`, [key]);
    return walk;
  };

  it('is refused while an assessment has no reply, and names it', () => {
    expect(answered().refusal('decision.recorded', 'm03', decision('adopted', null))).toMatchObject({
      code: 'replies_missing',
      params: { assessments: ['AS-15'] },
      explanation: { key: 'replies.complete', values: { have: 5, needed: 6, missing: ['AS-15'] } },
    });
  });

  it('that departs from the prevailing opinion needs a statement of 200 characters', () => {
    const walk = reply(answered(), 'RE-6', ['AS-15'], 'noted', null);
    expect(deviationOf(walk.procedure, 'not_adopted').held).toBe(true);
    const refused = (statement: string | null) =>
      walk.refusal('decision.recorded', 'm03', decision('not_adopted', statement));
    expect(refused(null)).toMatchObject({ code: 'statement_required', params: { min: 200, given: 0 } });
    expect(refused('x'.repeat(150))).toMatchObject({ code: 'reason_too_short', params: { min: 200, given: 150 } });
    expect(refused(`${'x'.repeat(150)}${' '.repeat(60)}`)?.params.given).toBe(150);
    expect(refused(null)?.explanation?.children.filter(({ held }) => held)).toMatchObject([
      { key: 'deviation.againstSupportive', values: { supportive: 5, contrary: 1, outcome: 'not_adopted' } },
    ]);
    walk.act('decision.recorded', 'm03', decision('not_adopted', 'x'.repeat(230)));
    expect(walk.procedure.decision).toMatchObject({ outcome: 'not_adopted', deviation: { held: true } });
  });

  it('that follows the prevailing opinion needs no statement', () => {
    const walk = reply(answered(), 'RE-6', ['AS-15'], 'accepted', null);
    walk.act('decision.recorded', 'm03', decision('adopted', null));
    expect(walk.procedure.decision).toMatchObject({ deviation: { held: false }, statement: null });
  });

  it('that adopts with changes names a frozen version', () => {
    const walk = reply(answered(), 'RE-6', ['AS-15'], 'accepted', null);
    const changed = { ...decision('adopted_with_changes', null), version: 2 };
    expect(walk.refusal('decision.recorded', 'm03', { ...changed, version: null })?.code).toBe('text_required');
    expect(walk.refusal('decision.recorded', 'm03', changed)?.code).toBe('text_required');
    walk.act('proposal.frozen', 'm03', { text: version(2, 2) }).act('decision.recorded', 'm03', changed);
    expect(walk.procedure.decision?.version).toBe(2);
  });

  it('deviates when conditions of more than half the seats of a sector are not accepted', () => {
    const walk = consultationOpen();
    for (const [n, member] of ['m14', 'm18', 'm20'].entries()) assess(walk, `AS-${n}`, member, 'conditional');
    for (const [n, member] of ['m31', 'm27'].entries()) assess(walk, `AS-1${n}`, member, 'favourable');
    assess(walk, 'AS-20', 'm08', 'favourable').at('2026-12-05T09:00:00Z');
    reply(walk, 'RE-1', ['AS-10', 'AS-11', 'AS-20'], 'noted', null);
    reply(walk, 'RE-2', ['AS-0', 'AS-1'], 'not_accepted');
    expect(deviationOf(walk.procedure, 'adopted').held).toBe(false);
    reply(walk, 'RE-3', ['AS-2'], 'not_accepted');
    const deviation = deviationOf(walk.procedure, 'adopted');
    expect(deviation.children.filter(({ held }) => held)).toMatchObject([
      { key: 'deviation.rejectedCondition', values: { sector: 'third_sector', have: 3, needed: 3, entitled: 4 } },
    ]);
  });
});

describe('the criteria for weekend in-home care (C-201)', () => {
  const closedC201 = (): Consultation => {
    const walk = consultationDraft('2026-09-14T07:30:00Z');
    walk.act('consultation.opened', 'm03', { closesOn: '2026-10-05', urgentReason: null, text: version(1, 3) });
    assess(walk, 'AS-1', 'm08', 'conditional', 'c2');
    for (const [key, member, clause] of [
      ['AS-2', 'm14', 'c1'],
      ['AS-3', 'm18', 'c1'],
      ['AS-4', 'm20', 'c2'],
    ] as const) {
      assess(walk, key, member, 'contrary', clause);
    }
    assess(walk, 'AS-5', 'm25', 'conditional', 'c3');
    assess(walk, 'AS-6', 'm31', 'contrary', 'c1');
    assess(walk, 'AS-7', 'm32', 'contrary', 'c2');
    assess(walk, 'AS-8', 'm27', 'favourable');
    return assess(walk, 'AS-9', 'm28', 'favourable').at('2026-10-06T07:00:00Z');
  };

  it('finds five contrary against four supportive, and one silent seat', () => {
    expect(closedC201().procedure).toMatchObject({
      extension: null,
      thin: false,
      replyDue: '2026-11-04T22:59:59.999Z',
      prevailing: {
        entitled: 10,
        assessments: 9,
        silent: ['seat-m36'],
        supportive: 4,
        contrary: 5,
        leaning: 'contrary',
        bySector: {
          public: { leaning: 'supportive' },
          third_sector: { leaning: 'contrary' },
          citizens: { leaning: 'contrary' },
          market: { leaning: 'supportive' },
        },
      },
    });
  });

  it('is a deviation when it is adopted with changes all the same', () => {
    const walk = reply(closedC201(), 'RE-1', ['AS-1'], 'accepted', 'Added to clause 2.');
    reply(walk, 'RE-2', ['AS-2', 'AS-3', 'AS-6'], 'partly_accepted');
    reply(walk, 'RE-3', ['AS-4', 'AS-7'], 'not_accepted');
    reply(walk, 'RE-4', ['AS-5'], 'accepted', null);
    reply(walk, 'RE-5', ['AS-8', 'AS-9'], 'noted', null);
    walk.at('2026-10-29T08:30:00Z').act('proposal.frozen', 'm03', { text: version(2, 3) });
    const adopting = { outcome: 'adopted_with_changes', statement: 'y'.repeat(379), version: 2 } as const;
    walk.act('decision.recorded', 'm03', adopting);
    const grounds = walk.procedure.decision?.deviation.children.filter(({ held }) => held).map(({ key }) => key);
    expect(grounds).toEqual(['deviation.againstContrary']);
  });
});
