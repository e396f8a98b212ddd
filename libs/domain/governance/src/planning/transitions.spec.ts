import { instant, memberId } from '@tavolo/kernel';
import { type ActPayloads, type PlanningProcedure, type PlanningStage, type ProcedureActName } from '../index.js';
import {
  ballotOf,
  close,
  consent,
  draft,
  everyone,
  negotiating,
  openBallot,
  settle,
  settled,
  sponsor,
  version,
  vote,
} from '../../test/proposals.js';
import { actorAt, familyRules, familyTable, reservedRules } from '../../test/tables.js';
import { Walk } from '../../test/walk.js';
import { possibleActs } from '../step.js';
import { planningClockTransitions, planningTransitions } from './transitions.js';

type Proposal = Walk<PlanningProcedure>;

const agreement: ActPayloads['agreement.formalised'] = {
  kind: 'convention',
  responsibilities: ['c1', 'c2', 'c3', 'c4'].map((clause) => ({
    clause,
    does: [],
    answers: familyTable.seats[0]!.organisation,
    consulted: [],
    informed: [],
  })),
  commitments: [
    { holder: familyTable.seats[0]!.organisation!, what: 'A room', dueOn: '2027-01-31', proof: 'Keys handed over' },
  ],
  measures: [{ what: 'Placements that last', baseline: '61%', target: '75%' }],
  reviewOn: '2027-11-30',
};

const referredBack = (): Proposal => ballotOf(settled(), 'B-1', 'no');
const inMediation = (): Proposal => ballotOf(settle(reopened(referredBack()), version(2)), 'B-2', 'no');
const lastBallot = (): Proposal => inMediation().act('mediation.closed', 'm42', { reason: null });
const reopened = (walk: Proposal): Proposal => walk.act('negotiation.reopened', 'm40', {});
const adopted = (): Proposal => ballotOf(settled(), 'B-1', 'yes');
const awaitingOrgan = (): Proposal => ballotOf(settled(reservedRules), 'B-1', 'yes');
const formalised = (): Proposal => adopted().act('agreement.formalised', 'm40', agreement);
const hold = (walk: Proposal, members: readonly string[]): Proposal => {
  for (const member of members) walk.act('hold.supported', member, { reason: 'We were not heard.' });
  return walk;
};
const round = (walk: Proposal): Proposal => walk.act('consent_round.opened', 'm40', {});
const timed = (walk: Proposal, closesAt: string): Proposal =>
  walk.act('vote.opened', 'm40', { key: 'B-9', closesAt: instant(closesAt), presence: null });

const mandate = {
  spokesperson: memberId('m24'),
  deputy: memberId('m22'),
  may: 'One flat in the first year.',
  mayNot: 'Give up the choice of flatmates.',
  until: '2027-02-28',
};

/** A proposal at each stage. */
const reach: Readonly<Record<PlanningStage, () => Proposal>> = {
  draft,
  submitted: () => draft().act('proposal.submitted', sponsor, {}),
  inadmissible: () =>
    reach.submitted().act('proposal.declared_inadmissible', 'm40', { reason: 'Another table is in charge.' }),
  negotiating,
  settled,
  ratifying: () => settled().act('ratification.requested', 'm12', { sector: 'third_sector' }),
  voting: () => openBallot(settled(), 'B-1'),
  on_hold: () => hold(settled(), ['m30', 'm34']),
  mediation: inMediation,
  referred_back: referredBack,
  adopted,
  awaiting_organ: awaitingOrgan,
  refused: () => awaitingOrgan().act('organ.refused', 'm41', { reason: 'No cover in the budget.' }),
  formalised,
  under_review: () => formalised().act('review.opened', 'm40', {}),
  closed: () => reach.under_review().act('proposal.closed', 'm40', { reason: null }),
  not_agreed: () => ballotOf(lastBallot(), 'B-3', 'no'),
};

const reached = new Map<PlanningStage, Proposal>();

/** A walk of its own at that stage; procedures are values, so the way there is walked once. */
function at(stage: PlanningStage): Proposal {
  const known = reached.get(stage) ?? reach[stage]();
  reached.set(stage, known);
  return new Walk(known.procedure, known.table, known.now);
}

/** One ordinary way to do each act. */
const ordinary: { readonly [Name in ProcedureActName]?: readonly [string, ActPayloads[Name]] } = {
  'proposal.frozen': ['m40', { text: version(7) }],
  'proposal.submitted': [sponsor, {}],
  'proposal.declared_inadmissible': ['m40', { reason: 'Another table is in charge.' }],
  'negotiation.opened': ['m43', {}],
  'negotiation_round.opened': ['m40', { clauses: [] }],
  'stand.stated': ['m34', { clause: 'c2', textHash: 'c2-first', stand: 'consent', reason: null, change: null }],
  'settlement.confirmed': ['m34', { textHash: 'text-8' }],
  'settlement.withdrawn': ['m40', {}],
  'proposal.settled': ['m30', { text: version(8) }],
  'ratification.requested': ['m12', { sector: 'third_sector' }],
  'ratification.given': ['m14', {}],
  'ratification.refused': ['m14', { reason: 'It exceeds the mandate.' }],
  'consent_round.opened': ['m40', {}],
  'consent.given': ['m02', { stand: 'consent', reason: null, change: null }],
  'consent_round.closed': ['m40', { reason: 'Time is over.' }],
  'vote.opened': ['m41', { key: 'B-8', closesAt: null, presence: null }],
  'vote.cast': ['m02', { ballot: 'B-1', choice: 'yes' }],
  'ballot.early_closing_requested': ['m41', { ballot: 'B-9', reason: 'All have left.' }],
  'vote.closed': ['m41', { ballot: 'B-1', reason: 'Nobody else is coming.' }],
  'seat.recused': ['m22', { reason: 'I work for the provider.' }],
  'hold.supported': ['m30', { reason: 'We were not heard.' }],
  'mediation.closed': ['m42', { reason: 'They agree to vote.' }],
  'negotiation.reopened': ['m40', {}],
  'organ.confirmed': ['m41', { reason: null }],
  'organ.refused': ['m41', { reason: 'No cover in the budget.' }],
  'agreement.formalised': ['m40', agreement],
  'negotiating_mandate.proposed': ['m12', mandate],
  'negotiating_mandate.supported': ['m14', { mandate: 1 }],
  'negotiating_mandate.end_supported': ['m14', { mandate: 1, reason: 'The table goes another way.' }],
  'joint_proposal.submitted': ['m24', { receiver: 'T-SYS', proposal: 'P-502' }],
  'review.opened': ['m40', {}],
  'proposal.closed': ['m40', { reason: 'Nobody is left of the citizens.' }],
  'dissent.attached': ['m26', { text: 'Nobody asked the shops.' }],
};

/** The same table as the room of a coalition, with a text that it has adopted. */
const benchAdopted = (): Proposal => ballotOf(settled({ ...familyRules, negotiatingMandate: true }), 'B-1', 'yes');
const proposed = ['negotiating_mandate.proposed', 'm12', mandate] as const;
const benchMandated = (): Proposal => {
  const walk = benchAdopted().act(...proposed);
  for (const member of everyone.slice(0, 7)) {
    if (member !== 'm12') walk.act('negotiating_mandate.supported', member, { mandate: 1 });
  }
  return walk;
};

/** After mediation, with all citizens recused: the last ballot, opened before or not, can never be held. */
const blocked = (opened: boolean): Proposal => {
  const walk = settle(ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no'), version(2));
  if (opened) openBallot(walk, 'B-2');
  for (const member of ['m30', 'm34', 'm35']) walk.act('seat.recused', member, { reason: 'I work there.' });
  return opened ? walk.act('vote.closed', 'm41', { ballot: 'B-2', reason: 'Nobody is left.' }) : walk;
};

const confirmedBy = (walk: Proposal, members: readonly string[]): Proposal => {
  for (const member of members) walk.act('settlement.confirmed', member, { textHash: 'text-8' });
  return walk;
};
const allConfirm = ['m40', 'm02', 'm12', 'm30'];
const objecting = (walk: Proposal): Proposal =>
  walk.act('consent.given', 'm30', { stand: 'objection', reason: 'No evenings.', change: 'Add evenings.' });
const allButLast = everyone.slice(0, -1);

/** Situations that an act needs before it is done, or that decide where it leads. Without one, the stage alone is enough. */
const situations: Readonly<Record<string, () => Proposal>> = {
  'negotiation_round.opened negotiating negotiating': () => perform(negotiating(), 'stand.stated'),
  'negotiation_round.opened mediation mediation': () => perform(inMediation(), 'stand.stated'),
  'settlement.withdrawn negotiating negotiating': () => confirmedBy(negotiating(), ['m40']),
  'settlement.withdrawn mediation mediation': () => confirmedBy(inMediation(), ['m40']),
  'negotiating_mandate.proposed adopted adopted': benchAdopted,
  'negotiating_mandate.supported adopted adopted': () => benchAdopted().act(...proposed),
  'negotiating_mandate.end_supported adopted adopted': benchMandated,
  'joint_proposal.submitted adopted adopted': benchMandated,
  'proposal.settled negotiating settled': () => confirmedBy(negotiating(), allConfirm),
  'proposal.settled mediation settled': () => confirmedBy(inMediation(), allConfirm),
  'consent_round.opened voting voting': () =>
    round(settled()).act('consent_round.closed', 'm40', { reason: 'Time is over.' }),
  'consent.given voting voting': () => round(settled()),
  'consent.given voting adopted': () => consent(round(settled()), everyone.slice(1)),
  'consent.given voting awaiting_organ': () => consent(round(settled(reservedRules)), everyone.slice(1)),
  'consent_round.closed voting voting': () => objecting(round(settled())),
  'consent_round.closed voting adopted': () => consent(round(settled()), allButLast),
  'consent_round.closed voting awaiting_organ': () => consent(round(settled(reservedRules)), allButLast),
  'vote.opened voting voting': () => round(settled()).act('consent_round.closed', 'm40', { reason: 'Time is over.' }),
  'ballot.early_closing_requested voting voting': () => timed(settled(), '2026-09-20T16:00:00Z'),
  'vote.closed voting adopted': () => vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', everyone),
  'vote.closed voting awaiting_organ': () => vote(openBallot(settled(reservedRules), 'B-1'), 'B-1', 'yes', everyone),
  'vote.closed voting referred_back': () => vote(openBallot(settled(), 'B-1'), 'B-1', 'no', everyone),
  'vote.closed voting mediation': () => {
    const again = settle(reopened(ballotOf(settled(), 'B-0', 'no')), version(2));
    return vote(openBallot(again, 'B-1'), 'B-1', 'no', everyone);
  },
  'vote.closed voting not_agreed': () => {
    const second = ballotOf(settle(reopened(ballotOf(settled(), 'B-0', 'no')), version(2)), 'B-00', 'no');
    second.act('mediation.closed', 'm42', { reason: null });
    return vote(openBallot(second, 'B-1'), 'B-1', 'no', everyone);
  },
  'seat.recused voting adopted': () =>
    consent(
      round(settled()),
      everyone.filter((member) => member !== 'm22'),
    ),
  'seat.recused voting awaiting_organ': () =>
    consent(
      round(settled(reservedRules)),
      everyone.filter((member) => member !== 'm22'),
    ),
  'hold.supported settled on_hold': () => hold(settled(), ['m34']),
  'hold.supported voting on_hold': () => hold(openBallot(settled(), 'B-1'), ['m34']),
  'mediation.closed mediation not_agreed': () => negotiating().at('2027-01-11T00:00:00Z'),
  'proposal.closed settled not_agreed': () => blocked(false),
  'proposal.closed voting not_agreed': () => blocked(true),
  'negotiation.reopened draft draft': () => draft().act('proposal.frozen', 'm40', { text: version(1) }),
  'negotiation.reopened negotiating negotiating': () =>
    negotiating().act('proposal.frozen', 'm40', { text: version(1) }),
  'negotiation.reopened voting negotiating': () =>
    round(settled()).act('consent_round.closed', 'm40', { reason: 'Time is over.' }),
};

const triples = planningTransitions.flatMap(({ act, from, to }) =>
  from.flatMap((start) => to.map((end) => ({ act, start, end, name: `${act} ${start} ${end}` }))),
);

function perform(walk: Proposal, act: ProcedureActName): Proposal {
  const [member, payload] = ordinary[act]!;
  return walk.act(act, member, payload);
}

describe('each transition of the planning table', () => {
  it.each(triples)('$act leads from $start to $end', ({ act, start, end, name }) => {
    const walk = situations[name]?.() ?? at(start);
    expect(walk.stage).toBe(start);
    expect(perform(walk, act).stage).toBe(end);
  });

  it('has no situation prepared for a transition that does not exist', () => {
    const names = triples.map(({ name }) => name);
    expect(Object.keys(situations).filter((name) => !names.includes(name))).toEqual([]);
  });
});

const acts = [...new Set(planningTransitions.map(({ act }) => act))];
const stages = Object.keys(reach) as PlanningStage[];
const foreign = stages.flatMap((stage) =>
  acts
    .filter((act) => !planningTransitions.some((row) => row.act === act && row.from.includes(stage)))
    .map((act) => ({ act, stage })),
);

describe('what the planning table does not name', () => {
  it.each(foreign)('refuses $act while $stage', ({ act, stage }) => {
    const walk = at(stage);
    const [member, payload] = ordinary[act]!;
    expect(['wrong_stage', 'ballot_closed']).toContain(walk.refusal(act, member, payload as never)?.code);
  });

  it.each(planningTransitions.flatMap((row) => row.from.map((stage) => ({ act: row.act, stage }))))(
    'refuses $act while $stage to someone who is not of the table',
    ({ act, stage }) => {
      const [, payload] = ordinary[act]!;
      const walk = at(stage);
      expect(walk.refusal(act, 'stranger', payload as never)).toMatchObject({ code: 'not_your_role', params: { act } });
    },
  );

  it.each(stages)('offers while %s no act that the table does not name', (stage) => {
    const walk = at(stage);
    const people = [...everyone, 'm26', 'm40', 'm41', 'm42', 'm43'].map((member) => actorAt(familyTable, member));
    const offered = people.flatMap((actor) =>
      possibleActs(walk.procedure, actor, familyTable, walk.now).flatMap(({ act, allowed }) => (allowed ? [act] : [])),
    );
    const named = planningTransitions.filter(({ from }) => from.includes(stage)).map(({ act }) => act as string);
    expect(offered.filter((act) => !named.includes(act))).toEqual([]);
  });
});

const after = (walk: Proposal): Proposal => walk.at('2030-01-01T00:00:00Z');
const soon = '2026-09-09T16:00:00Z';
const once = (): Proposal => settle(reopened(ballotOf(settled(), 'B-0', 'no')), version(2));

/** Clock transitions with a situation in which only time passes, until just after it is due. */
const byClock: Readonly<Record<string, () => Proposal>> = {
  'negotiating mediation': () => negotiating().at('2027-01-07T23:00:00Z'),
  'negotiating not_agreed': () => {
    const walk = settle(negotiating().at('2027-01-07T23:00:00Z'), version(1));
    expect(walk.procedure.lastBallot).toBe(true);
    walk.act('ratification.requested', 'm12', { sector: 'third_sector' });
    return after(walk);
  },
  'ratifying negotiating': () => reach.ratifying().at('2026-09-23T22:00:00Z'),
  'voting voting': () => timed(settled(), soon).at(soon),
  'voting adopted': () => vote(timed(settled(), soon), 'B-9', 'yes', everyone).at(soon),
  'voting awaiting_organ': () => vote(timed(settled(reservedRules), soon), 'B-9', 'yes', everyone).at(soon),
  'voting referred_back': () => vote(timed(settled(), soon), 'B-9', 'no', everyone).at(soon),
  'voting mediation': () => vote(timed(once(), soon), 'B-9', 'no', everyone).at(soon),
  'voting not_agreed': () => vote(timed(lastBallot(), soon), 'B-9', 'no', everyone).at(soon),
  'on_hold settled': () => after(reach.on_hold()),
  'mediation settled': () => after(inMediation()),
  'mediation not_agreed': () => after(negotiating()),
};

describe('what the clock alone brings about', () => {
  const rows = planningClockTransitions.flatMap(({ consequence, from, to }) =>
    from.flatMap((start) => to.map((end) => ({ consequence, start, end }))),
  );
  it.each(rows)('$consequence leads from $start to $end', ({ consequence, start, end }) => {
    const walk = byClock[`${start} ${end}`]!();
    expect(walk.stage).toBe(end);
    expect(walk.followed).toContain(consequence);
  });

  it('closes a ballot at its own time, not when someone looks', () => {
    const walk = close(vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', everyone), 'B-1');
    expect(walk.procedure.ballots[0]?.closedAt).toBe(walk.now);
    const late = after(vote(timed(settled(), soon), 'B-9', 'yes', everyone));
    expect(late.procedure.ballots[0]?.closedAt).toBe(instant(soon));
    expect(late.procedure.adoption?.at).toBe(instant(soon));
  });
});
