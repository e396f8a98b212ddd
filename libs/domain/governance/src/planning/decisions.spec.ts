import { memberId, seatId } from '@tavolo/kernel';
import {
  ballotOf,
  close,
  consent,
  everyone,
  negotiating,
  openBallot,
  settle,
  settled,
  version,
  vote,
} from '../../test/proposals.js';
import { familyRules, familyTable, reservedRules } from '../../test/tables.js';
import { isSettlementComplete, type PlanningRulebook } from '../index.js';

const reason = 'We were not heard.';
const objection = { stand: 'objection', reason: 'No evenings.', change: 'Open in the evening.' } as const;

describe('settlement', () => {
  it('is complete when the facilitator and one person per party confirm the same text', () => {
    const walk = negotiating();
    for (const member of ['m40', 'm02', 'm12']) walk.act('settlement.confirmed', member, { textHash: 'text-1' });
    expect(isSettlementComplete(walk.procedure)).toMatchObject({ complete: false, missing: ['citizens'] });
    walk.act('settlement.confirmed', 'm35', { textHash: 'text-1' });
    expect(isSettlementComplete(walk.procedure)).toMatchObject({ complete: true, textHash: 'text-1', missing: [] });
  });

  it('counts for nothing a confirmation of another text', () => {
    const walk = negotiating();
    for (const member of ['m40', 'm02', 'm12']) walk.act('settlement.confirmed', member, { textHash: 'text-1' });
    walk.act('settlement.confirmed', 'm35', { textHash: 'text-2' });
    expect(isSettlementComplete(walk.procedure)).toMatchObject({ complete: false, textHash: 'text-2' });
  });

  it('is refused before the set is complete, with another text, and a second time', () => {
    const walk = negotiating().act('settlement.confirmed', 'm40', { textHash: 'text-1' });
    const settling = { text: version(1) };
    expect(walk.refusal('proposal.settled', 'm40', settling)).toMatchObject({
      code: 'second_person_required',
      params: { missing: ['public', 'third_sector', 'citizens'] },
      explanation: { key: 'settlement', held: false },
    });
    for (const member of ['m02', 'm12', 'm30']) walk.act('settlement.confirmed', member, { textHash: 'text-1' });
    expect(walk.refusal('proposal.settled', 'm40', { text: version(2) })?.code).toBe('text_changed');
    walk.act('proposal.settled', 'm40', settling);
    expect(walk.refusal('proposal.settled', 'm40', settling)?.code).toBe('wrong_stage');
    expect(walk.refusal('settlement.confirmed', 'm40', { textHash: 'text-1' })?.code).toBe('wrong_stage');
  });

  it('is not for a sector with a voice only', () => {
    expect(negotiating().refusal('settlement.confirmed', 'm26', { textHash: 'text-1' })?.code).toBe('no_vote');
  });
});

describe('a consent round', () => {
  const round = () => settled().act('consent_round.opened', 'm40', {});

  it('does not accept an objection without the change that would meet it', () => {
    expect(round().refusal('consent.given', 'm30', { ...objection, change: null })?.code).toBe('change_required');
    expect(round().refusal('consent.given', 'm30', { ...objection, reason: ' ' })?.code).toBe('reason_required');
  });

  it('adopts without ballot when all consent or stand aside', () => {
    const walk = consent(round(), everyone.slice(1));
    walk.act('consent.given', 'm02', { stand: 'stand_aside', reason: null, change: null });
    expect(walk.stage).toBe('adopted');
    expect(walk.procedure).toMatchObject({ ballots: [], adoption: { by: 'consent', version: 1, ballot: null } });
    expect(walk.consequences.map(({ name, data }) => [name, data])).toMatchObject([
      ['consent_round.closed', { verdict: 'adopted', consent: 11, standAside: 1, objections: 0 }],
      ['proposal.adopted', { by: 'consent' }],
    ]);
  });

  it('ends by hand with a written reason while seats have not taken a stand, so that nobody is hurried past', () => {
    const walk = consent(round(), everyone.slice(0, 10));
    expect(walk.refusal('consent_round.closed', 'm40', { reason: null })).toMatchObject({
      code: 'reason_required',
      rule: '2.1 Written reasons',
    });
    expect(walk.act('consent_round.closed', 'm40', { reason: 'The others said that they cannot come.' }).stage).toBe(
      'adopted',
    );
  });

  it('does not adopt by the consent of a few: too few stands leave it incomplete', () => {
    const walk = consent(round(), everyone.slice(0, 3)).act('consent_round.closed', 'm40', { reason: 'Time is over.' });
    expect(walk.stage).toBe('voting');
    expect(walk.procedure.consentRounds[0]?.outcome).toMatchObject({
      verdict: 'incomplete',
      explanation: { held: false, children: [{ held: true }, { values: { given: 3, eligible: 12 } }] },
    });
  });

  it('is repeated once after objections, and then the ballot remains', () => {
    const walk = round()
      .act('consent.given', 'm30', objection)
      .act('consent_round.closed', 'm40', { reason: 'Time is over.' });
    walk.act('consent_round.opened', 'm40', {}).act('consent.given', 'm30', objection);
    walk.act('consent_round.closed', 'm40', { reason: 'Time is over.' });
    expect(walk.refusal('consent_round.opened', 'm40', {})).toMatchObject({ code: 'already_done', params: { max: 2 } });
    openBallot(walk, 'B-1');
    expect(walk.procedure.ballots[0]).not.toHaveProperty('withoutConsentRound');
  });

  it('lets an objection be taken back while it is open', () => {
    const walk = consent(
      round(),
      everyone.filter((member) => member !== 'm02' && member !== 'm30'),
    );
    walk.act('consent.given', 'm30', objection);
    consent(walk, ['m30', 'm02']);
    expect(walk.stage).toBe('adopted');
  });

  it('is not held where the rulebook begins with the ballot', () => {
    const ballotFirst: PlanningRulebook = { ...familyRules, decision: { ...familyRules.decision, first: 'ballot' } };
    const walk = settled(ballotFirst);
    expect(walk.refusal('consent_round.opened', 'm40', {})).toMatchObject({
      code: 'wrong_stage',
      rule: 'decision.first',
    });
    expect(openBallot(walk, 'B-1').procedure.ballots[0]).not.toHaveProperty('withoutConsentRound');
  });
});

describe('a ballot by name', () => {
  it('counts the last vote of a seat, also when its deputy gives it', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'no', ['m12']);
    vote(walk, 'B-1', 'yes', ['m13']);
    expect(walk.procedure.ballots[0]?.votes).toMatchObject({ 'seat-m12': { choice: 'yes' } });
    expect(Object.keys(walk.procedure.ballots[0]?.votes ?? {})).toHaveLength(1);
  });

  it.each([
    ['m26', 'no_vote'],
    ['m40', 'not_your_role'],
    ['m22', 'recused'],
  ])('does not take the vote of %s: %s', (member, code) => {
    const walk = openBallot(settled().act('seat.recused', 'm22', { reason }), 'B-1');
    expect(walk.refusal('vote.cast', member, { ballot: 'B-1', choice: 'yes' })?.code).toBe(code);
  });

  it('knows only the choices yes, no and abstain, and only the open ballot', () => {
    const walk = openBallot(settled(), 'B-1');
    expect(walk.refusal('vote.cast', 'm02', { ballot: 'B-1', choice: 'maybe' as 'yes' })?.code).toBe('unknown_option');
    expect(walk.refusal('vote.cast', 'm02', { ballot: 'B-7', choice: 'yes' })?.code).toBe('ballot_closed');
    expect(close(walk, 'B-1').refusal('vote.cast', 'm02', { ballot: 'B-1', choice: 'yes' })?.code).toBe(
      'ballot_closed',
    );
  });

  it('keeps the electorate, rules and text of its opening whatever happens at the table', () => {
    const walk = openBallot(settled(), 'B-1');
    const { seats } = familyTable;
    const changed = { ...familyTable, seats: seats.map((seat) => ({ ...seat, holder: memberId(`new-${seat.id}`) })) };
    const later = vote(
      Object.assign(walk, { table: changed }),
      'B-1',
      'yes',
      ['new-seat-m02', 'new-seat-vacant'].slice(0, 1),
    );
    expect(later.procedure.ballots[0]?.electorate).toHaveLength(12);
    expect(later.refusal('vote.cast', 'new-seat-vacant', { ballot: 'B-1', choice: 'no' })?.code).toBe('not_entitled');
  });

  it('is void when the text changes, and starts again from zero on the new version', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', ['m02', 'm04']);
    walk.act('proposal.frozen', 'm40', { text: version(2) });
    expect(walk.stage).toBe('negotiating');
    expect(walk.procedure.ballots[0]).toMatchObject({ state: 'void', result: null });
    expect(walk.consequences).toMatchObject([{ name: 'vote.voided', data: { vote: 'B-1', reason: 'new_version' } }]);
    expect(openBallot(settle(walk, version(2)), 'B-2').procedure.ballots[1]).toMatchObject({ version: 2, votes: {} });
  });

  it('goes on when the settled text is frozen once more as it is: that is refused', () => {
    const walk = openBallot(settled(), 'B-1');
    expect(walk.refusal('proposal.frozen', 'm40', { text: version(1) })?.code).toBe('already_done');
  });

  it('lets a member who has not voted yet declare a conflict of interest, and counts her among the recused', () => {
    const others = everyone.filter((member) => member !== 'm22');
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'no', others);
    walk.act('seat.recused', 'm22', { reason: 'I work for the provider.' });
    const result = close(walk, 'B-1').procedure.ballots[0]?.result;
    expect(result).toMatchObject({ recused: 1, total: { eligible: 11, no: 11 } });
    expect(walk.procedure.recusals).toMatchObject([{ seat: seatId('seat-m22') }]);
  });

  it('does not let a member who has voted leave the open ballot, but lets her leave what comes after it', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'no', everyone);
    const interest = { reason: 'I work for the provider.' };
    expect(walk.refusal('seat.recused', 'm22', interest)).toMatchObject({
      code: 'vote_given',
      rule: '2.1 Conflict of interest',
      params: { seat: 'seat-m22', ballot: 'B-1' },
    });
    const result = close(walk, 'B-1').procedure.ballots[0]?.result;
    expect(result).toMatchObject({ recused: 0, total: { eligible: 12, no: 12 } });
    walk.act('negotiation.reopened', 'm40', {}).act('seat.recused', 'm22', interest);
    expect(walk.procedure.recusals).toMatchObject([{ seat: seatId('seat-m22') }]);
  });
});

describe('a hold', () => {
  it('needs two thirds of the eligible seats of a sector, and stops an open ballot for 15 days', () => {
    const walk = openBallot(settled(), 'B-1').act('hold.supported', 'm30', { reason });
    expect(walk.stage).toBe('voting');
    walk.act('hold.supported', 'm34', { reason });
    expect(walk.stage).toBe('on_hold');
    expect(walk.followed).toEqual(['vote.voided', 'hold.declared', 'mediation.opened']);
    expect(walk.procedure).toMatchObject({ deadline: '2026-09-23T21:59:59.999Z', lastBallot: false });
    expect(walk.at('2026-09-24T08:00:00Z').stage).toBe('settled');
    expect(walk.consequences.at(-1)).toMatchObject({ name: 'mediation.closed', at: '2026-09-23T21:59:59.999Z' });
  });

  it('is possible once per proposal, for whichever sector, and once per seat', () => {
    const walk = settled().act('hold.supported', 'm30', { reason });
    expect(walk.refusal('hold.supported', 'm30', { reason })?.code).toBe('already_done');
    expect(walk.refusal('hold.supported', 'm34', { reason: '' })?.code).toBe('reason_required');
    walk.act('hold.supported', 'm34', { reason }).act('mediation.closed', 'm42', { reason: null });
    expect(walk.refusal('hold.supported', 'm02', { reason })).toMatchObject({
      code: 'hold_used_up',
      params: { perProposal: 1 },
    });
  });

  it('is not offered where the rulebook has none', () => {
    expect(settled({ ...familyRules, hold: null }).refusal('hold.supported', 'm30', { reason })?.code).toBe(
      'hold_used_up',
    );
  });
});

describe('what follows a rejection', () => {
  it('is referral back once, mediation, a last ballot, and no agreement', () => {
    const walk = ballotOf(settled(), 'B-1', 'no').act('negotiation.reopened', 'm40', {});
    ballotOf(settle(walk, version(2)), 'B-2', 'no');
    expect(walk.procedure).toMatchObject({ stage: 'mediation', deadline: '2026-09-23T21:59:59.999Z' });
    walk.at('2026-09-24T08:00:00Z');
    expect(walk.procedure).toMatchObject({ stage: 'settled', lastBallot: true });
    expect(walk.refusal('consent_round.opened', 'm40', {})?.code).toBe('wrong_stage');
    expect(walk.refusal('negotiation.reopened', 'm40', {})?.code).toBe('wrong_stage');
    expect(ballotOf(walk, 'B-3', 'no').stage).toBe('not_agreed');
    expect(walk.followed.filter((name) => name !== 'vote.result')).toEqual([
      'proposal.referred_back',
      'mediation.opened',
      'mediation.closed',
      'proposal.not_agreed',
    ]);
  });

  it('may be a text settled in mediation, for the last ballot', () => {
    const walk = ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no');
    settle(walk, version(2));
    expect(walk.procedure).toMatchObject({
      stage: 'settled',
      lastBallot: true,
      versions: [{ version: 1 }, { version: 2 }],
    });
    expect(ballotOf(walk, 'B-2', 'yes').stage).toBe('adopted');
  });
});

describe('ratification by a bench', () => {
  const ratifying = () => settled().act('ratification.requested', 'm12', { sector: 'third_sector' });

  it('is for that bench alone, and asked once for one text', () => {
    const walk = ratifying();
    expect(walk.refusal('ratification.given', 'm02', {})?.code).toBe('not_your_role');
    expect(walk.act('ratification.given', 'm14', {}).stage).toBe('settled');
    expect(walk.refusal('ratification.requested', 'm12', { sector: 'third_sector' })?.code).toBe('already_done');
    expect(walk.refusal('ratification.requested', 'm12', { sector: 'public' })?.code).toBe('not_your_role');
  });

  it('is not answered by the member who asked for it while others of the bench have a vote', () => {
    const walk = ratifying();
    const required = { code: 'second_person_required', params: { sector: 'third_sector' } };
    expect(walk.refusal('ratification.given', 'm12', {})).toMatchObject(required);
    expect(walk.refusal('ratification.refused', 'm12', { reason })).toMatchObject(required);
    expect(walk.act('ratification.refused', 'm14', { reason }).stage).toBe('negotiating');
  });

  it('is answered by the member who asked for it where the bench has one vote alone', () => {
    const walk = ratifying();
    for (const member of ['m14', 'm16', 'm22', 'm24']) walk.act('seat.recused', member, { reason });
    expect(walk.act('ratification.given', 'm12', {}).stage).toBe('settled');
  });

  it('is refused by 15 days of silence, at the true instant', () => {
    const walk = ratifying().at('2026-10-30T00:00:00Z');
    expect(walk.procedure).toMatchObject({
      stage: 'negotiating',
      since: '2026-09-23T21:59:59.999Z',
      confirmations: [],
    });
    expect(walk.consequences).toMatchObject([
      { name: 'ratification.refused', data: { sector: 'third_sector', silence: true } },
    ]);
  });
});

describe('an act that law reserves to an organ', () => {
  it('waits for it 60 days, moved to the next working day, and is not decided by silence', () => {
    const walk = ballotOf(settled(reservedRules).at('2026-10-20T08:00:00Z'), 'B-3', 'yes');
    expect(walk.procedure).toMatchObject({ stage: 'awaiting_organ', organ: { until: '2026-12-21T22:59:59.999Z' } });
    expect(walk.at('2027-06-01T00:00:00Z').stage).toBe('awaiting_organ');
    expect(walk.refusal('organ.refused', 'm41', { reason: '' })?.code).toBe('reason_required');
    expect(walk.act('organ.confirmed', 'm41', { reason: null }).procedure).toMatchObject({
      stage: 'adopted',
      organ: { answer: 'confirmed' },
    });
  });
});
