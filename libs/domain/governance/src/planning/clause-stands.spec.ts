import { type PlanningProcedure } from '../index.js';
import { negotiating, settled } from '../../test/proposals.js';
import { type Walk } from '../../test/walk.js';
import { negotiationOf } from './negotiation.js';

const plain = { reason: null, change: null };
const objection = { stand: 'objection', reason: 'Small ones cannot pay.', change: 'Pay by size.' } as const;
const on = (clause: string, textHash = `${clause}-first`) => ({ clause, textHash });
const wordings = ['c1', 'c2'].map((id) => ({ id, textHash: `${id}-first` }));

const state = (
  walk: Walk<PlanningProcedure>,
  member: string,
  clause: string,
  stand: 'consent' | 'stand_aside' | 'objection' = 'consent',
) => walk.act('stand.stated', member, { ...on(clause), ...(stand === 'objection' ? objection : { stand, ...plain }) });

const shown = ({ procedure }: Walk<PlanningProcedure>, clauses: readonly { id: string; textHash: string | null }[]) =>
  negotiationOf(procedure, clauses);

describe('the stand of a party on a clause', () => {
  it('is stated by a voting seat of the party while the text is negotiated, and stands beside those of the others', () => {
    const walk = state(state(negotiating(), 'm02', 'c1'), 'm30', 'c1', 'objection');
    const [first, second] = shown(walk, wordings).clauses;
    expect(first?.parties.map(({ party, now }) => [party, now?.stand, now?.by])).toEqual([
      ['public', 'consent', 'm02'],
      ['third_sector', undefined, undefined],
      ['citizens', 'objection', 'm30'],
    ]);
    expect(first?.parties[2]?.now).toMatchObject({
      reason: 'Small ones cannot pay.',
      change: 'Pay by size.',
      round: 1,
    });
    expect(second?.parties.every(({ now }) => now === null)).toBe(true);
  });

  it('is no stand of whoever has no vote or only guides, and none on a text that is settled', () => {
    const walk = negotiating();
    const said = { ...on('c1'), stand: 'consent', ...plain } as const;
    expect(walk.refusal('stand.stated', 'm40', said)?.code).toBe('not_your_role');
    expect(walk.refusal('stand.stated', 'm26', said)?.code).toBe('no_vote');
    expect(settled().refusal('stand.stated', 'm02', said)?.code).toBe('wrong_stage');
    walk.act('seat.recused', 'm02', { reason: 'I work there.' });
    expect(walk.refusal('stand.stated', 'm02', said)?.code).toBe('recused');
  });

  it('as an objection needs its reason and the change that would meet it', () => {
    const walk = negotiating();
    const object = (reason: string | null, change: string | null) =>
      walk.refusal('stand.stated', 'm30', { ...on('c1'), stand: 'objection', reason, change })?.code;
    expect(object(null, 'Pay by size.')).toBe('reason_required');
    expect(object('Small ones cannot pay.', ' ')).toBe('change_required');
    expect(object('Small ones cannot pay.', 'Pay by size.')).toBeUndefined();
  });

  it('is one for the party: the last one that anybody of it stated, and what was said before stays', () => {
    const walk = state(state(negotiating(), 'm30', 'c1', 'objection'), 'm34', 'c1', 'stand_aside');
    expect(shown(walk, wordings).clauses[0]?.parties[2]?.now).toMatchObject({ stand: 'stand_aside', by: 'm34' });
    expect(walk.procedure.clauseStands).toHaveLength(2);
    const again = { ...on('c1'), stand: 'stand_aside', ...plain } as const;
    expect(walk.refusal('stand.stated', 'm34', again)?.code).toBe('already_done');
  });

  it('is on earlier words once its clause reads differently', () => {
    const walk = state(negotiating(), 'm02', 'c1');
    const rewritten = [{ id: 'c1', textHash: 'c1-later' }];
    expect(shown(walk, rewritten).clauses[0]?.parties[0]?.onEarlierWords).toBe(true);
    expect(shown(walk, wordings).clauses[0]?.parties[0]?.onEarlierWords).toBe(false);
    expect(shown(walk, [{ id: 'c1', textHash: null }]).clauses[0]?.parties[0]?.onEarlierWords).toBeNull();
  });
});

describe('what moved since the last round', () => {
  const secondRound = () =>
    state(state(negotiating(), 'm02', 'c1'), 'm30', 'c1', 'objection').act('negotiation_round.opened', 'm40', {
      clauses: wordings,
    });

  it('is nothing in the first round, which the negotiation begins with', () => {
    const walk = state(negotiating(), 'm30', 'c1', 'objection');
    expect(shown(walk, wordings)).toMatchObject({ round: 1, since: null, moved: false, removed: [] });
  });

  it('counts from the round that the facilitator opened', () => {
    const walk = secondRound();
    expect(shown(walk, wordings)).toMatchObject({ round: 2, since: walk.now, moved: false });
    state(walk, 'm34', 'c1', 'stand_aside');
    state(walk, 'm12', 'c2');
    const { moved, clauses } = shown(walk, wordings);
    expect(moved).toBe(true);
    expect(clauses.map(({ parties }) => parties.map(({ movement }) => movement))).toEqual([
      [null, null, 'nearer'],
      [null, 'spoke', null],
    ]);
    expect(clauses[0]?.parties[2]).toMatchObject({ before: { stand: 'objection', by: 'm30' } });
  });

  it('tells who went further apart, and who asks for another change than before', () => {
    const walk = state(secondRound(), 'm02', 'c1', 'objection');
    walk.act('stand.stated', 'm30', { ...on('c1'), ...objection, change: 'Pay half.' });
    expect(shown(walk, wordings).clauses[0]?.parties.map(({ movement }) => movement)).toEqual([
      'further',
      null,
      'reworded',
    ]);
  });

  it('tells which clauses were rewritten, added and removed', () => {
    const later = [
      { id: 'c1', textHash: 'c1-later' },
      { id: 'c3', textHash: 'c3-first' },
    ];
    const { clauses, removed, moved } = shown(secondRound(), later);
    expect(clauses.map(({ clause, words }) => [clause, words])).toEqual([
      ['c1', 'changed'],
      ['c3', 'added'],
    ]);
    expect([removed, moved]).toEqual([['c2'], true]);
  });

  it('begins anew only when the facilitator says so, and when a party has said something since', () => {
    const walk = negotiating();
    expect(walk.refusal('negotiation_round.opened', 'm40', { clauses: [] })?.code).toBe('already_done');
    state(walk, 'm02', 'c1');
    expect(walk.refusal('negotiation_round.opened', 'm02', { clauses: [] })?.code).toBe('not_your_role');
    walk.act('negotiation_round.opened', 'm40', { clauses: wordings });
    expect(walk.refusal('negotiation_round.opened', 'm40', { clauses: [] })?.code).toBe('already_done');
  });
});
