import { close, everyone, openBallot, openBallotUntil, settle, settled, version, vote } from '../../test/proposals.js';
import { actorAt } from '../../test/tables.js';
import { closingNeeds, closingTimes, possibleActs } from '../index.js';

const closesAt = '2026-09-20T16:00:00.000Z';
const reason = 'The two who are missing are in hospital.';
const timed = () => vote(openBallotUntil(settled(), 'B-1', closesAt), 'B-1', 'yes', everyone.slice(2));
const asked = () => timed().act('ballot.early_closing_requested', 'm41', { ballot: 'B-1', reason });
const closing = { ballot: 'B-1', reason: null };

describe('a ballot with an announced closing time', () => {
  it('is not closed before it by one person, with a reason or without, also when every elector has voted', () => {
    const walk = timed();
    const refused = {
      code: 'two_person_rule',
      rule: '1 Two-person rule',
      params: { ballot: 'B-1', closesAt, missing: 'request', needed: ['facilitator', 'secretary', 'coordinator'] },
    };
    expect(walk.refusal('vote.closed', 'm40', { ballot: 'B-1', reason })).toEqual(refused);
    vote(walk, 'B-1', 'yes', everyone);
    expect(walk.refusal('vote.closed', 'm41', closing)).toEqual(refused);
    const offered = possibleActs(walk.procedure, actorAt(walk.table, 'm41'), walk.table, walk.now);
    expect(offered.filter(({ allowed }) => allowed).map(({ act }) => act)).toContain('ballot.early_closing_requested');
  });

  it('is closed early by another person than the one who asked, who takes the written reason along', () => {
    const walk = asked();
    expect(walk.procedure.ballots[0]?.earlyClosing).toEqual({ by: 'm41', reason, at: walk.now });
    expect(walk.refusal('vote.closed', 'm41', { ballot: 'B-1', reason })).toMatchObject({
      code: 'two_person_rule',
      params: { missing: 'other_person', closesAt },
    });
    walk.act('vote.closed', 'm43', closing);
    expect(walk.stage).toBe('adopted');
    const [ballot] = walk.procedure.ballots;
    expect(ballot).toMatchObject({ closedAt: walk.now, closedEarly: { by: 'm43', reason, requestedBy: 'm41' } });
    expect(ballot).not.toHaveProperty('earlyClosing');
  });

  it('is asked to close early with a written reason, once, by those who may close it', () => {
    const walk = timed();
    const asking = { ballot: 'B-1', reason };
    expect(walk.refusal('ballot.early_closing_requested', 'm41', { ...asking, reason: ' ' })?.code).toBe(
      'reason_required',
    );
    expect(walk.refusal('ballot.early_closing_requested', 'm02', asking)?.code).toBe('not_your_role');
    expect(walk.refusal('ballot.early_closing_requested', 'm40', { ...asking, ballot: 'B-2' })?.code).toBe(
      'ballot_closed',
    );
    expect(asked().refusal('ballot.early_closing_requested', 'm40', asking)?.code).toBe('already_done');
  });

  it('goes on while the request stands: votes count and may be changed', () => {
    const walk = vote(asked(), 'B-1', 'no', ['m02', 'm34']);
    expect(walk.procedure.ballots[0]?.result).toBeNull();
    expect(walk.procedure.ballots[0]?.earlyClosing).toBeDefined();
  });

  it('closes by itself when its time has come: the request is void, and nobody closed it early', () => {
    const [ballot] = asked().at(closesAt).procedure.ballots;
    expect(ballot).toMatchObject({ state: 'closed', closedAt: closesAt });
    expect(ballot).not.toHaveProperty('earlyClosing');
    expect(ballot).not.toHaveProperty('closedEarly');
  });

  it('leaves no request behind when it is void', () => {
    const walk = asked().act('proposal.frozen', 'm40', { text: version(2) });
    expect(walk.procedure.ballots[0]).toMatchObject({ state: 'void' });
    expect(walk.procedure.ballots[0]).not.toHaveProperty('earlyClosing');
    const next = openBallotUntil(settle(walk, version(2)), 'B-2', closesAt);
    expect(next.refusal('vote.closed', 'm40', { ballot: 'B-2', reason: null })?.code).toBe('two_person_rule');
  });

  it('closes at least one hour and at most 365 days ahead', () => {
    const walk = settled();
    const range = { from: '2026-09-08T08:30:00.000Z', until: '2027-09-08T07:30:00.000Z' };
    expect(closingTimes(walk.now)).toEqual(range);
    const opening = (at: string) => ({ key: 'B-1', closesAt: at as never, presence: null });
    for (const wrong of ['2026-09-08T08:29:59.999Z', '2027-09-08T07:30:00.001Z', '2020-01-01T00:00:00.000Z']) {
      expect(walk.refusal('vote.opened', 'm41', opening(wrong))).toEqual({
        code: 'closing_time_out_of_range',
        rule: '2.1 Ballots',
        params: range,
      });
    }
    expect(walk.refusal('vote.opened', 'm41', opening(range.from))).toBeNull();
    expect(walk.refusal('vote.opened', 'm41', opening(range.until))).toBeNull();
  });
});

describe('a ballot without a closing time', () => {
  it('is closed by one person: with a written reason while a seat has not voted, without when all have', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', everyone.slice(1));
    expect(closingNeeds(walk.procedure.ballots[0]!)).toBe('reason');
    expect(walk.refusal('vote.closed', 'm40', closing)).toMatchObject({
      code: 'reason_required',
      rule: '2.1 Written reasons',
      params: { min: 1 },
    });
    expect(close(walk, 'B-1').procedure.ballots[0]).toMatchObject({
      closedEarly: { by: 'm41', reason: 'Nobody else is coming.', requestedBy: null },
    });
    const all = vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', everyone);
    expect(closingNeeds(all.procedure.ballots[0]!)).toBe('nothing');
    expect(all.act('vote.closed', 'm41', closing).procedure.ballots[0]).not.toHaveProperty('closedEarly');
  });

  it('needs no request by a second person', () => {
    const walk = openBallot(settled(), 'B-1');
    expect(walk.refusal('ballot.early_closing_requested', 'm41', { ballot: 'B-1', reason })).toMatchObject({
      code: 'no_closing_time',
      params: { ballot: 'B-1' },
    });
  });
});
