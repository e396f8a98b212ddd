import { organisationId, seatId } from '@tavolo/kernel';
import { close, everyone, negotiating, openBallot, settle, version, vote } from '../../test/proposals.js';
import { actorAt, familyTable } from '../../test/tables.js';
import { possibleActs, type ActPayloads } from '../index.js';

const without = (...absent: readonly string[]): string[] => everyone.filter((member) => !absent.includes(member));

/** Version 2 put to the vote with one seat absent and both younger citizens against. */
function firstBallot() {
  const walk = settle(negotiating().at('2026-09-29T07:30:00Z'), version(2)).at('2026-10-06T16:00:00Z');
  openBallot(walk, 'B-1');
  vote(walk, 'B-1', 'yes', without('m22', 'm24', 'm30', 'm35'));
  vote(walk, 'B-1', 'no', ['m22', 'm30', 'm35']);
  return close(walk.at('2026-10-06T16:45:00Z'), 'B-1');
}

function secondBallot() {
  const walk = firstBallot().at('2026-10-20T08:00:00Z').act('negotiation.reopened', 'm40', {});
  settle(walk.at('2026-10-24T07:30:00Z'), version(3, 5)).at('2026-11-03T17:00:00Z');
  openBallot(walk, 'B-2');
  vote(walk, 'B-2', 'yes', without('m05'));
  vote(walk, 'B-2', 'abstain', ['m05']);
  return close(walk.at('2026-11-03T17:45:00Z'), 'B-2');
}

const organisation = organisationId('org-erba');
const responsible = (clause: string, answers: typeof organisation | null) => ({
  clause,
  does: [organisation],
  answers,
  consulted: [],
  informed: [],
});
const agreement = (answersForFifth: typeof organisation | null): ActPayloads['agreement.formalised'] => ({
  kind: 'convention',
  responsibilities: [
    ...['c1', 'c2', 'c3', 'c4'].map((clause) => responsible(clause, organisation)),
    responsible('c5', answersForFifth),
  ],
  commitments: [
    { holder: organisation, what: 'Telephone line', dueOn: '2027-02-01', proof: 'Rota of the first month' },
  ],
  measures: [{ what: 'Placements that last a year', baseline: '61 of 100', target: '75 of 100' }],
  reviewOn: '2027-11-30',
});

describe('a majority that is not a joint decision', () => {
  it('is rejected because the citizens do not concur, and referred back once', () => {
    const walk = firstBallot();
    expect(walk.stage).toBe('referred_back');
    expect(walk.procedure).toMatchObject({ referredBack: 1, rulebook: { maxReferBack: 1 } });
    expect(walk.procedure.ballots[0]?.result).toMatchObject({
      verdict: 'rejected',
      reason: 'sector_not_concurring:citizens',
      total: { eligible: 12, tookPart: 11, yes: 8, no: 3, abstain: 0 },
      majority: true,
    });
    expect(walk.consequences.slice(-2)).toMatchObject([
      { name: 'vote.result', data: { vote: 'B-1', counts: { yes: 8, no: 3, abstain: 0 }, ballots: 11 } },
      { name: 'proposal.referred_back', data: { n: 1, of: 1, reason: 'sector_not_concurring:citizens' } },
    ]);
  });

  it('records that no consent round was held, though the rulebook offers one first', () => {
    expect(firstBallot().procedure.ballots[0]?.withoutConsentRound).toBe(true);
  });

  it('keeps version 2 and its tally readable when version 3 is adopted', () => {
    const walk = secondBallot();
    expect(walk.stage).toBe('adopted');
    expect(walk.procedure.versions.map((text) => text.version)).toEqual([2, 3]);
    expect(walk.procedure.ballots).toMatchObject([
      { key: 'B-1', version: 2, textHash: 'text-2', result: { verdict: 'rejected' } },
      {
        key: 'B-2',
        version: 3,
        textHash: 'text-3',
        result: { verdict: 'adopted', total: { yes: 11, no: 0, abstain: 1 } },
      },
    ]);
    expect(walk.procedure.adoption).toMatchObject({ by: 'ballot', version: 3, ballot: 'B-2' });
  });

  it('cannot be formalised without an answerable party on clause 5, and says which clause', () => {
    const walk = secondBallot().at('2026-11-10T09:00:00Z');
    expect(walk.refusal('agreement.formalised', 'm41', agreement(null))).toMatchObject({
      code: 'responsibility_missing',
      params: { clauses: ['c5'] },
    });
    expect(walk.refusal('agreement.formalised', 'm41', agreement(organisationId(' ')))).toMatchObject({
      code: 'responsibility_missing',
      params: { clauses: ['c5'] },
    });
    walk.act('agreement.formalised', 'm41', agreement(organisation));
    expect(walk.procedure.agreement).toMatchObject({ kind: 'convention', at: walk.now });
  });

  it('cannot be formalised with two rows for one clause, nor with a clause that the text has not', () => {
    const walk = secondBallot().at('2026-11-10T09:00:00Z');
    const { responsibilities, ...others } = agreement(organisation);
    const added = (clause: string) => ({
      ...others,
      responsibilities: [...responsibilities, responsible(clause, organisation)],
    });
    expect(walk.refusal('agreement.formalised', 'm41', added('c2'))).toMatchObject({
      code: 'agreement_incomplete',
      params: { twice: ['c2'] },
    });
    expect(walk.refusal('agreement.formalised', 'm41', added('c9'))).toMatchObject({
      code: 'unknown_clause',
      params: { clause: 'c9' },
    });
  });

  it.each([
    ['an agreement kind of the list', 'agreement.kind', { kind: 'handshake' as 'convention' }],
    ['a commitment', 'agreement.commitments', { commitments: [] }],
    [
      'a commitment that is not overdue on its first day',
      'agreement.commitments',
      { commitments: [{ holder: organisation, what: 'Telephone line', dueOn: '2026-11-09', proof: 'Rota' }] },
    ],
    ['a measure with a baseline', 'agreement.measures', { measures: [{ what: 'Calls', baseline: ' ', target: '20' }] }],
    ['a review date to come', 'agreement.review', { reviewOn: '2026-11-10' }],
  ])('cannot be formalised without %s', (_what, key, differing) => {
    const walk = secondBallot().at('2026-11-10T09:00:00Z');
    const refusal = walk.refusal('agreement.formalised', 'm41', { ...agreement(organisation), ...differing });
    expect(refusal?.code).toBe('agreement_incomplete');
    const missing = refusal?.explanation?.children.filter(({ held }) => !held).map((leaf) => leaf.key);
    expect(missing).toEqual([key]);
  });
});

describe('a quorum that is lost in the middle of a vote', () => {
  const seats = (...members: readonly string[]) => members.map((member) => seatId(`seat-${member}`));
  const present = seats('m02', 'm04', 'm05', 'm12', 'm14', 'm16', 'm30');

  function duringBallot() {
    const walk = settle(negotiating(), version(1)).at('2026-12-04T16:10:00Z');
    walk.act('vote.opened', 'm41', { key: 'B-8', closesAt: null, presence: present });
    return vote(walk, 'B-8', 'yes', ['m02', 'm12']);
  }

  it('does not open a ballot for too few who are present', () => {
    const walk = settle(negotiating(), version(1));
    const opening = { key: 'B-8', closesAt: null, presence: present.slice(0, -1) };
    expect(walk.refusal('vote.opened', 'm41', opening)?.code).toBe('no_quorum');
  });

  it('does not take the vote of somebody who is not in the meeting', () => {
    const refusal = duringBallot().refusal('vote.cast', 'm34', { ballot: 'B-8', choice: 'yes' });
    expect(refusal).toMatchObject({ code: 'not_entitled', rule: '2.1 Quorum' });
  });

  it('suspends the ballot when another recusal leaves too few, and refuses votes with the numbers', () => {
    const walk = duringBallot().act('seat.recused', 'm30', { reason: 'My sister is the provider.' });
    expect(walk.procedure.ballots[0]).toMatchObject({ state: 'suspended', recused: [{ seat: 'seat-m30' }] });
    expect(walk.consequences.at(-1)).toMatchObject({ name: 'vote.suspended', data: { vote: 'B-8' } });
    const refusal = walk.refusal('vote.cast', 'm04', { ballot: 'B-8', choice: 'yes' });
    expect(refusal?.code).toBe('ballot_suspended');
    expect(refusal?.explanation?.children.filter(({ held }) => !held)).toMatchObject([
      { key: 'quorum.sector', values: { sector: 'citizens', have: 0, needed: 1 } },
    ]);
    const actor = actorAt(familyTable, 'm04');
    const cast = possibleActs(walk.procedure, actor, familyTable, walk.now).find(({ act }) => act === 'vote.cast');
    expect(cast).toMatchObject({ allowed: false, refusal: { code: 'ballot_suspended' } });
  });

  it('goes to second call on the next day, with the lower quorum and from zero', () => {
    const walk = duringBallot().act('seat.recused', 'm30', { reason: 'My sister is the provider.' });
    close(walk, 'B-8');
    expect(walk.procedure.ballots[0]?.result).toMatchObject({ verdict: 'no_quorum', reason: 'no_quorum' });
    expect(walk.stage).toBe('voting');
    const again = { key: 'B-9', closesAt: null, presence: seats('m02', 'm12', 'm16', 'm34') };
    expect(walk.at('2026-12-04T22:59:59Z').refusal('vote.opened', 'm41', again)).toMatchObject({
      code: 'too_early',
      params: { from: '2026-12-04T23:00:00.000Z' },
    });
    walk.at('2026-12-05T09:00:00Z').act('vote.opened', 'm41', again);
    expect(walk.procedure.ballots[1]).toMatchObject({ call: 2, state: 'open', votes: {} });
    vote(walk, 'B-9', 'yes', ['m02', 'm12', 'm16', 'm34']);
    expect(close(walk, 'B-9').stage).toBe('adopted');
  });

  it('is on first call again, and at once, when the text has changed since', () => {
    const walk = close(openBallot(settle(negotiating(), version(1)), 'B-1'), 'B-1').act(
      'negotiation.reopened',
      'm40',
      {},
    );
    openBallot(settle(walk, version(2)), 'B-2');
    expect(walk.procedure.ballots).toMatchObject([
      { call: 1, result: { verdict: 'no_quorum' } },
      { call: 1, version: 2 },
    ]);
  });
});
