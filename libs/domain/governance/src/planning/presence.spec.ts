import { seatId } from '@tavolo/kernel';
import { everyone, openBallot, settled } from '../../test/proposals.js';
import { actorAt } from '../../test/tables.js';
import { expectations, withPresence } from '../index.js';

const seats = (...members: readonly string[]) => members.map((member) => seatId(`seat-${member}`));
const seven = seats('m02', 'm04', 'm05', 'm12', 'm14', 'm16', 'm30');

const duringBallot = () =>
  settled().at('2026-12-04T16:10:00Z').act('vote.opened', 'm41', { key: 'B-8', closesAt: null, presence: seven });

describe('who is in the meeting', () => {
  it('suspends the open ballot when the only citizen leaves, and resumes it when she is back', () => {
    const walk = duringBallot();
    const left = withPresence(walk.procedure, seven.slice(0, -1), walk.now);
    expect(left.procedure.ballots[0]?.state).toBe('suspended');
    expect(left.consequences).toMatchObject([
      { name: 'vote.suspended', at: walk.now, data: { vote: 'B-8', reason: 'quorum' }, explanation: { held: false } },
    ]);
    const back = withPresence(left.procedure, seven, walk.now);
    expect(back.procedure).toEqual(walk.procedure);
    expect(back.consequences).toMatchObject([{ name: 'vote.resumed' }]);
  });

  it('decides who is asked to vote: those who are there, and nobody while the ballot is suspended', () => {
    const walk = duringBallot();
    const left = withPresence(walk.procedure, seven.slice(0, -1), walk.now);
    const keys = (procedure: typeof left.procedure, member: string) =>
      expectations(procedure, actorAt(walk.table, member), walk.table, walk.now).map(({ key }) => key);
    expect(['m02', 'm09'].map((member) => keys(walk.procedure, member))).toEqual([['cast_vote'], ['await_votes']]);
    expect(['m02', 'm09', 'm41'].map((member) => keys(left.procedure, member))).toEqual([
      ['await_quorum'],
      ['await_quorum'],
      ['await_quorum'],
    ]);
  });

  it('says nothing more while the quorum stays as it is', () => {
    const walk = duringBallot();
    const all = withPresence(walk.procedure, seats(...everyone), walk.now);
    expect(all.consequences).toEqual([]);
    expect(all.procedure.ballots[0]?.presence).toHaveLength(12);
  });

  it('is nothing to a ballot outside a meeting', () => {
    const { procedure, now } = openBallot(settled(), 'B-1');
    expect(withPresence(procedure, [], now)).toEqual({ procedure, consequences: [] });
  });
});
