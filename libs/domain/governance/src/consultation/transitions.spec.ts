import { assess, consultationDraft, consultationOpen, version } from '../../test/proposals.js';
import {
  type ActPayloads,
  type ConsultationProcedure,
  type ConsultationStage,
  type ProcedureActName,
} from '../index.js';
import { type Walk } from '../../test/walk.js';
import { consultationClockTransitions, consultationTransitions } from './transitions.js';

type Consultation = Walk<ConsultationProcedure>;

/** Every sector speaks, and half of the seats. */
function heard(): Consultation {
  const walk = consultationOpen();
  for (const [n, member] of ['m08', 'm14', 'm18', 'm31', 'm27'].entries())
    assess(walk, `AS-${n}`, member, 'favourable');
  return walk;
}
const all = ['AS-0', 'AS-1', 'AS-2', 'AS-3', 'AS-4'];
const closed = (): Consultation => heard().at('2026-12-05T09:00:00Z');
const respond = (walk: Consultation): Consultation =>
  walk.act('reply.published', 'm03', { key: 'RE-1', assessments: all, outcome: 'noted', reason: null });
const decide = (walk: Consultation): Consultation =>
  walk.act('decision.recorded', 'm03', { outcome: 'adopted', statement: null, version: null });

const reach: Readonly<Record<ConsultationStage, () => Consultation>> = {
  draft: consultationDraft,
  open: consultationOpen,
  closed,
  responding: () => respond(closed()),
  decided: () => decide(respond(closed())),
  followed_up: () => reach.decided().act('consultation.followed_up', 'm03', { text: 'The list is public.' }),
  overdue: () => closed().at('2027-01-05T00:00:00Z'),
  lapsed: () => closed().at('2027-06-01T00:00:00Z'),
  withdrawn: () => closed().act('consultation.withdrawn', 'm03', { reason: 'The funds are gone.' }),
};

const ordinary: { readonly [Name in ProcedureActName]?: readonly [string, ActPayloads[Name]] } = {
  'proposal.frozen': ['m03', { text: version(5) }],
  'consultation.opened': ['m03', { closesOn: '2026-12-04', urgentReason: null, text: version(1) }],
  'interest.declared': ['m27', { interest: 'We deliver the meals.' }],
  'assessment.submitted': ['m20', { key: 'AS-9', position: 'favourable', clause: null, reason: null, condition: null }],
  'reply.published': ['m03', { key: 'RE-1', assessments: ['AS-0'], outcome: 'accepted', reason: null }],
  'decision.recorded': ['m03', { outcome: 'adopted', statement: null, version: null }],
  'consultation.followed_up': ['m03', { text: 'The list is public.' }],
  'consultation.withdrawn': ['m03', { reason: 'The funds are gone.' }],
  'dissent.attached': ['m01', { text: 'It does not reach the upper valley.' }],
};

const situations: Readonly<Record<string, () => Consultation>> = {
  'decision.recorded closed decided': () => consultationOpen().at('2026-12-15T09:00:00Z'),
  'decision.recorded overdue decided': () => respond(reach.overdue()),
};

const acts = [...new Set(consultationTransitions.map(({ act }) => act))];
const stages = Object.keys(reach) as ConsultationStage[];
const rows = consultationTransitions.flatMap(({ act, from, to }) =>
  from.flatMap((start) => to.map((end) => ({ act, start, end }))),
);

describe('each transition of the consultation table', () => {
  it.each(rows)('$act leads from $start to $end', ({ act, start, end }) => {
    const walk = (situations[`${act} ${start} ${end}`] ?? reach[start])();
    const [member, payload] = ordinary[act]!;
    expect(walk.stage).toBe(start);
    expect(walk.act(act, member, payload as never).stage).toBe(end);
  });

  it.each(rows)('refuses $act while $start to a stranger', ({ act, start }) => {
    const [, payload] = ordinary[act]!;
    expect(reach[start]().refusal(act, 'stranger', payload as never)?.code).toBe('not_your_role');
  });

  it.each(
    stages.flatMap((stage) =>
      acts
        .filter((act) => !consultationTransitions.some((row) => row.act === act && row.from.includes(stage)))
        .map((act) => ({ act, stage })),
    ),
  )('refuses $act while $stage', ({ act, stage }) => {
    const [member, payload] = ordinary[act]!;
    expect(['wrong_stage', 'deadline_passed']).toContain(reach[stage]().refusal(act, member, payload as never)?.code);
  });
});

describe('what the clock alone brings about in a consultation', () => {
  const situationsOfTime: Readonly<Record<string, () => Consultation>> = {
    'open open': () => consultationOpen().at('2026-12-04T22:59:59.999Z'),
    'open closed': closed,
    'closed overdue': () => closed().at('2027-01-04T22:59:59.999Z'),
    'responding overdue': () => reach.responding().at('2027-01-04T22:59:59.999Z'),
    'overdue lapsed': reach.lapsed,
  };
  const timed = consultationClockTransitions.flatMap(({ consequence, from, to }) =>
    from.flatMap((start) => to.map((end) => ({ consequence, start, end }))),
  );
  it.each(timed)('$consequence leads from $start to $end', ({ consequence, start, end }) => {
    const walk = situationsOfTime[`${start} ${end}`]!();
    expect(walk.stage).toBe(end);
    expect(walk.followed).toContain(consequence);
  });

  it('is overdue after the reply date and lapses 60 days later, each at its true instant', () => {
    const walk = reach.lapsed();
    expect(walk.consequences).toMatchObject([
      { name: 'consultation.closed', at: '2026-12-04T22:59:59.999Z' },
      { name: 'consultation.overdue', at: '2027-01-04T22:59:59.999Z', data: { missing: all } },
      { name: 'consultation.lapsed', at: '2027-03-05T22:59:59.999Z' },
    ]);
  });
});
