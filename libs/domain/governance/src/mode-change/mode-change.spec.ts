import { instant } from '@tavolo/kernel';
import {
  begins,
  elderlyHolders,
  elderlyPlanning,
  elderlyRules,
  elderlyTable,
  elderlyVoters,
  emergency,
  emergencyBegins,
  noticeGiven,
  onTheVote,
  putForward,
  voted,
} from '../../test/mode-changes.js';
import { actorAt } from '../../test/tables.js';
import { addsUp, declareEmergency, possibleModeChangeActs, proposeModeChange, type Composition } from '../index.js';

const now = instant('2026-10-29T09:00:00Z');
const refusedProposal = (by: string, differing: Parameters<typeof begins>[0] = {}) => {
  const outcome = proposeModeChange(begins(differing), actorAt(elderlyTable, by), elderlyTable, now);
  return outcome.ok ? null : outcome.refusal;
};

describe('proposing another mode', () => {
  it('takes more than half of the seats of a bench', () => {
    const walk = putForward();
    expect(walk.change).toMatchObject({ state: 'gathering', supporters: [{ seat: 'seat-m18' }], noticeUntil: null });
    walk.act('mode_change.supported', 'm14', {});
    expect(walk.change.state).toBe('gathering');
    expect(walk.refusal('mode_change.supported', 'm14', {})?.code).toBe('already_done');
    expect(walk.refusal('mode_change.supported', 'm31', {})).toMatchObject({ params: { needed: ['third_sector'] } });
    walk.act('mode_change.supported', 'm20', {});
    expect(walk.change.state).toBe('notice');
    expect(walk.consequences.at(-1)?.explanation).toMatchObject({
      key: 'mode_change.support',
      held: true,
      values: { have: 3, needed: 3, eligible: 4 },
    });
  });

  it('takes one seat of the institution, and gives notice at once', () => {
    const walk = putForward({ as: 'institution' }, 'm03');
    expect(walk.change).toMatchObject({ state: 'notice', supporters: [] });
  });

  it('is not for those who sit for nobody who may, nor for a voice seat', () => {
    expect(refusedProposal('m31')?.code).toBe('not_your_role');
    expect(refusedProposal('m01', { as: 'institution' })?.code).toBe('not_your_role');
    expect(refusedProposal('m03', { as: 'public' })?.code).toBe('no_vote');
    expect(refusedProposal('m40')?.code).toBe('not_your_role');
  });

  it('needs reasons, another mode, and no other change under way', () => {
    expect(refusedProposal('m18', { reason: ' ' })?.code).toBe('reason_required');
    expect(refusedProposal('m18', { rulebook: { ...elderlyRules, key: 'RB-X', version: 2 } })?.code).toBe('same_mode');
    expect(refusedProposal('m18', { pending: 'MC-0' })?.code).toBe('change_under_way');
  });

  it('can be taken back by those who proposed it until it is put to the vote', () => {
    const walk = noticeGiven();
    expect(walk.refusal('mode_change.withdrawn', 'm31', { reason: 'No.' })?.code).toBe('not_your_role');
    expect(walk.refusal('mode_change.withdrawn', 'm18', { reason: '' })?.code).toBe('reason_required');
    walk.act('mode_change.withdrawn', 'm18', { reason: 'We found another way.' });
    expect(walk.change.state).toBe('withdrawn');
    expect(onTheVote().refusal('mode_change.withdrawn', 'm18', { reason: 'Too late.' })?.code).toBe('wrong_stage');
  });
});

describe('the vote on another mode', () => {
  it('waits for ten days of notice, to the next working day', () => {
    const walk = noticeGiven();
    // 8 November 2026 is a Sunday.
    expect(walk.change.noticeUntil).toBe('2026-11-09T22:59:59.999Z');
    walk.at('2026-11-09T22:59:00Z');
    expect(walk.refusal('vote.opened', 'm41', { key: 'B-4', closesAt: null, presence: null })).toMatchObject({
      code: 'too_early',
      rule: '2.5 Notice',
    });
    expect(onTheVote(walk).change.state).toBe('voting');
  });

  it('is adopted as on 10 November: nine yes, one no, one abstention, every sector for it', () => {
    const { change } = voted(onTheVote(), { no: ['m25'], abstain: ['m28'] });
    const result = change.ballots[0]?.result;
    expect(result).toMatchObject({
      verdict: 'adopted',
      base: 10,
      total: { eligible: 11, tookPart: 11, yes: 9, no: 1, abstain: 1 },
      quorumPerSector: { public: true, third_sector: true, citizens: true, market: true },
      sectorConcurrence: { public: true, third_sector: true, citizens: true, market: true },
    });
    expect(change.state).toBe('awaiting_consent');
    expect(result && addsUp(result.explanation)).toBe(true);
  });

  it('fails by one sector although more than two thirds say yes', () => {
    const walk = voted(onTheVote(), { no: ['m27'], abstain: ['m28'] });
    expect(walk.change.state).toBe('rejected');
    expect(walk.change.ballots[0]?.result).toMatchObject({
      verdict: 'rejected',
      majority: true,
      reason: 'sector_not_concurring:market',
    });
    expect(walk.names).toEqual(['mode_change.notice_given', 'vote.result', 'mode_change.rejected']);
  });

  it('fails without two thirds of what was cast', () => {
    const { change } = voted(onTheVote(), { no: ['m08', 'm20', 'm36', 'm28'], abstain: [] });
    expect(change.ballots[0]?.result).toMatchObject({ verdict: 'rejected', reason: 'no_majority' });
  });

  it('is called again on a later day when a sector was not there, with the quorum of the second call', () => {
    const walk = onTheVote();
    for (const member of elderlyVoters.slice(0, 9)) {
      walk.act('vote.cast', member, { ballot: 'B-4', choice: 'yes' });
    }
    walk.act('vote.closed', 'm41', { ballot: 'B-4', reason: 'Nobody of the market came.' });
    expect(walk.change).toMatchObject({ state: 'notice', ballots: [{ result: { verdict: 'no_quorum' } }] });
    const again = { key: 'B-5', closesAt: null, presence: null };
    expect(walk.refusal('vote.opened', 'm41', again)?.code).toBe('too_early');
    walk.at('2026-11-11T09:00:00Z').act('vote.opened', 'm41', again);
    expect(walk.change.ballots[1]?.call).toBe(2);
    expect(voted(walk, {}, 'B-5').change.state).toBe('awaiting_consent');
  });

  it('is for the seats with a vote, also at a table of consultation, and for nobody else', () => {
    const walk = onTheVote();
    const vote = { ballot: 'B-4', choice: 'yes' } as const;
    expect(walk.refusal('vote.cast', 'm03', vote)?.code).toBe('no_vote');
    expect(walk.refusal('vote.cast', 'm40', vote)?.code).toBe('not_your_role');
    expect(walk.refusal('vote.cast', 'm31', vote)).toBeNull();
  });

  it('is closed by its announced time, or by two persons before', () => {
    const walk = noticeGiven().at('2026-11-10T09:00:00Z');
    walk.act('vote.opened', 'm40', { key: 'B-4', closesAt: instant('2026-11-10T17:00:00Z'), presence: null });
    for (const member of elderlyVoters) walk.act('vote.cast', member, { ballot: 'B-4', choice: 'yes' });
    expect(walk.refusal('vote.closed', 'm41', { ballot: 'B-4', reason: null })?.code).toBe('two_person_rule');
    walk.act('ballot.early_closing_requested', 'm41', { ballot: 'B-4', reason: 'Everybody has voted.' });
    expect(walk.refusal('vote.closed', 'm41', { ballot: 'B-4', reason: null })?.code).toBe('two_person_rule');
    walk.at('2026-11-11T00:00:00Z');
    expect(walk.change.ballots[0]).toMatchObject({ state: 'closed', closedAt: '2026-11-10T17:00:00.000Z' });
    expect(walk.change.state).toBe('awaiting_consent');
  });

  it('cannot be opened while a sector with voting seats has nobody, where the rules let that block', () => {
    const { change } = noticeGiven().at('2026-11-10T09:00:00Z');
    const seats = elderlyTable.seats.map((one) => (one.sector === 'market' ? { ...one, holder: null } : one));
    const table: Composition = { ...elderlyTable, seats };
    const possible = possibleModeChangeActs(change, actorAt(table, 'm41'), table, instant('2026-11-10T09:00:00Z'), []);
    expect(possible.find(({ act }) => act === 'vote.opened')?.allowed).toBe(true);
    const walk = Object.assign(noticeGiven().at('2026-11-10T09:00:00Z'), { table });
    expect(walk.refusal('vote.opened', 'm41', { key: 'B-4', closesAt: null, presence: null })?.code).toBe('no_quorum');
  });
});

describe('the consent of the institution and the effect', () => {
  const adopted = () => voted(onTheVote(), { no: ['m25'], abstain: ['m28'] }).at('2026-11-13T10:00:00Z');

  it('is given in writing, and seven days later, as the day begins, the mode changes', () => {
    const walk = adopted();
    expect(walk.refusal('mode_change.consented', 'm01', { text: 'Yes.' })?.code).toBe('not_your_role');
    expect(walk.refusal('mode_change.consented', 'm03', { text: '' })?.code).toBe('reason_required');
    walk.act('mode_change.consented', 'm03', { text: 'The area consents.' });
    expect(walk.change).toMatchObject({ state: 'standstill', effectiveFrom: '2026-11-19T23:00:00.000Z' });
    walk.at('2026-11-19T22:59:59Z');
    expect(walk.change.state).toBe('standstill');
    walk.at('2026-11-24T08:00:00Z');
    expect(walk.change).toMatchObject({ state: 'in_force', effectiveAt: '2026-11-19T23:00:00.000Z' });
    const effect = walk.consequences.at(-1);
    expect(effect).toMatchObject({ name: 'mode_change.took_effect', at: '2026-11-19T23:00:00.000Z' });
    expect(effect?.explanation?.held && addsUp(effect.explanation)).toBe(true);
  });

  it('can be refused, with reasons', () => {
    const walk = adopted();
    expect(walk.refusal('mode_change.refused', 'm03', { reason: '' })?.code).toBe('reason_required');
    walk.act('mode_change.refused', 'm03', { reason: 'The budget does not allow it.' }).at('2027-11-24T08:00:00Z');
    expect(walk.change).toMatchObject({ state: 'refused', effectiveAt: null });
  });

  it('is needed to bind the institution and to hand over power, and for nothing else', () => {
    const to = (rulebook: Parameters<typeof begins>[0]) => voted(onTheVote(noticeGiven(rulebook))).change.state;
    expect(to({ rulebook: elderlyHolders })).toBe('awaiting_consent');
    expect(to({ from: elderlyHolders, rulebook: elderlyPlanning })).toBe('awaiting_consent');
    expect(to({ from: elderlyPlanning, rulebook: { ...elderlyRules, key: 'RB-ELD-5', version: 5 } })).toBe(
      'standstill',
    );
  });

  it('waits for the end of every ballot that is open, one after the other', () => {
    const walk = adopted().act('mode_change.consented', 'm03', { text: 'The area consents.' });
    const from = instant('2026-11-18T09:00:00Z');
    walk.blockers = [{ what: 'ballot', key: 'B-9', from, until: null }];
    walk.at('2026-11-21T09:00:00Z');
    expect(walk.change.state).toBe('standstill');
    walk.blockers = [
      { what: 'ballot', key: 'B-9', from, until: instant('2026-11-21T10:00:00Z') },
      { what: 'ballot', key: 'B-10', from: instant('2026-11-21T09:30:00Z'), until: instant('2026-11-22T10:00:00Z') },
      { what: 'ballot', key: 'B-11', from: instant('2026-11-22T10:00:01Z'), until: null },
    ];
    walk.at('2026-11-24T09:00:00Z');
    expect(walk.change).toMatchObject({ state: 'in_force', effectiveAt: '2026-11-22T10:00:00.000Z' });
  });
});

describe('an emergency act', () => {
  const refused = (differing: Parameters<typeof emergencyBegins>[0], by = 'm03') => {
    const outcome = declareEmergency(
      emergencyBegins(differing),
      actorAt(elderlyTable, by),
      elderlyTable,
      instant('2026-11-24T08:00:00Z'),
    );
    return outcome.ok ? null : outcome.refusal;
  };

  it('puts the table back to consultation at once, and ends by itself', () => {
    const walk = emergency().at('2026-11-24T08:00:00Z');
    expect(walk.change).toMatchObject({ state: 'in_force', endsAt: '2026-12-23T23:00:00.000Z' });
    walk.at('2026-12-23T22:59:59Z');
    expect(walk.change.state).toBe('in_force');
    walk.at('2027-03-01T00:00:00Z');
    expect(walk.change).toMatchObject({ state: 'ended', since: '2026-12-23T23:00:00.000Z' });
    expect(walk.names).toEqual(['mode_change.took_effect', 'mode_change.emergency_ended']);
    expect(walk.consequences.at(-1)?.data).toEqual({ from: 'consultation', to: 'planning', hadEffect: true });
  });

  it('is for the institution alone, with reasons, for at most 60 days, and only back to consultation', () => {
    expect(refused({}, 'm01')?.code).toBe('not_your_role');
    expect(refused({ reason: '  ' })?.code).toBe('reason_required');
    expect(refused({ days: 60 })).toBeNull();
    expect(refused({ days: 61 })).toMatchObject({ code: 'days_out_of_range', explanation: { held: false } });
    expect(refused({ days: 0 })?.code).toBe('days_out_of_range');
    expect(refused({ days: 1.5 })?.code).toBe('days_out_of_range');
    expect(refused({ rulebook: elderlyHolders })?.code).toBe('cannot_be_imposed');
    expect(refused({ from: elderlyRules })?.code).toBe('same_mode');
  });

  it('does not follow on another: 60 days lie between the end of one and the next', () => {
    expect(refused({ latestEnd: instant('2026-10-01T22:00:00Z') })).toMatchObject({
      code: 'too_early',
      params: { from: '2026-11-30T23:00:00.000Z' },
    });
    expect(refused({ latestEnd: instant('2026-09-24T22:00:00Z') })).toBeNull();
  });

  it('waits for open ballots, and never has effect when they last longer than its days', () => {
    const walk = emergency({ days: 5 });
    walk.blockers = [{ what: 'ballot', key: 'B-9', from: instant('2026-11-20T08:00:00Z'), until: null }];
    walk.at('2026-11-25T08:00:00Z');
    expect(walk.change.state).toBe('standstill');
    walk.at('2026-12-01T08:00:00Z');
    expect(walk.change).toMatchObject({ state: 'ended', effectiveAt: null });
    expect(walk.consequences.at(-1)?.data).toMatchObject({ hadEffect: false });
  });
});
