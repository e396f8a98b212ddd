import { memberId, seatId } from '@tavolo/kernel';
import { close, consent, everyone, negotiating, openBallot, settled, vote } from '../../test/proposals.js';
import { actorAt, familyTable } from '../../test/tables.js';
import { expectations, mayWriteText, type Composition, type PlanningProcedure } from '../index.js';
import { type Walk } from '../../test/walk.js';

/** The holder m12 and the deputy m13 share a seat of the third sector. */
const shared = seatId('seat-m12');
const interest = { reason: 'I work for the provider.' };
const stand = { stand: 'consent', reason: null, change: null } as const;
const seats = (...members: readonly string[]) => members.map((member) => seatId(`seat-${member}`));
const others = everyone.filter((member) => member !== 'm12');

const leave = (walk: Walk<PlanningProcedure>, ...members: readonly string[]): Walk<PlanningProcedure> =>
  members.reduce((current, member) => current.act('seat.recused', member, interest), walk);
const ballotIn = ({ procedure }: Walk<PlanningProcedure>) => procedure.ballots.at(-1);
const voteOf = (walk: Walk<PlanningProcedure>, member: string) =>
  walk.refusal('vote.cast', member, { ballot: 'B-1', choice: 'yes' });
const asked = (walk: Walk<PlanningProcedure>, member: string) =>
  expectations(walk.procedure, actorAt(walk.table, member), walk.table, walk.now).map(({ key }) => key);

/** The table after somebody else has taken a place of the shared seat. */
const replaced = (who: { readonly holder: string } | { readonly deputy: string }): Composition => ({
  ...familyTable,
  seats: familyTable.seats.map((seat) =>
    seat.id === shared
      ? { ...seat, ...('holder' in who ? { holder: memberId(who.holder) } : { deputy: memberId(who.deputy) }) }
      : seat,
  ),
});

describe('a member who declares a conflict of interest', () => {
  it('takes back no confirmation that somebody else gave for her party', () => {
    const walk = negotiating().act('settlement.confirmed', 'm14', { textHash: 'text-1' });
    leave(walk, 'm16');
    expect(walk.refusal('settlement.withdrawn', 'm16', {})?.code).toBe('recused');
    expect(walk.procedure.confirmations).toHaveLength(1);
  });

  it.each([
    ['deputy', 'm13', 'm12'],
    ['holder', 'm12', 'm13'],
  ])('leaves as %s alone, and who else sits there decides for the seat', (_as, left, stays) => {
    const walk = openBallot(leave(settled(), left), 'B-1');
    expect(walk.procedure.recusals).toMatchObject([{ seat: shared, member: left }]);
    expect(ballotIn(walk)).toMatchObject({ recused: [], electorate: { length: 12 } });
    expect(voteOf(walk, left)).toMatchObject({ code: 'recused', params: { seat: shared } });
    expect([asked(walk, left), asked(walk, stays)]).toEqual([['await_votes'], ['cast_vote']]);
    vote(walk, 'B-1', 'no', [stays]);
    vote(walk, 'B-1', 'yes', others);
    expect(ballotIn(close(walk, 'B-1'))?.result).toMatchObject({ recused: 0, total: { eligible: 12, yes: 11, no: 1 } });
  });

  it('may not write any more, while who else sits there may', () => {
    const walk = leave(negotiating(), 'm13');
    const mayWrite = (member: string) =>
      mayWriteText(walk.procedure, actorAt(walk.table, member), walk.table, walk.now);
    expect([mayWrite('m13'), mayWrite('m12')]).toEqual([false, true]);
  });

  it('takes the seat out of the electorate when nobody is left in it', () => {
    const walk = openBallot(leave(settled(), 'm13', 'm12'), 'B-1');
    expect(ballotIn(walk)).toMatchObject({ electorate: { length: 11 } });
    expect(ballotIn(walk)?.recused).toEqual([{ seat: shared, sector: 'third_sector' }]);
    expect(voteOf(walk, 'm12')?.code).toBe('recused');
    expect(ballotIn(close(vote(walk, 'B-1', 'yes', others), 'B-1'))?.result).toMatchObject({
      verdict: 'adopted',
      recused: 1,
      total: { eligible: 11, yes: 11 },
    });
  });

  it('suspends a ballot in a meeting only with the last of her seat, whose quorum is then counted without it', () => {
    const presence = seats('m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm30');
    const walk = settled().act('vote.opened', 'm41', { key: 'B-1', closesAt: null, presence });
    leave(walk, 'm12');
    expect(ballotIn(walk)).toMatchObject({ state: 'open', recused: [], electorate: { length: 12 } });
    leave(walk, 'm13');
    expect(ballotIn(walk)).toMatchObject({ state: 'suspended', recused: [{ seat: shared, leftAt: walk.now }] });
    expect(walk.consequences.at(-1)).toMatchObject({
      name: 'vote.suspended',
      explanation: { children: [{ held: true }, { held: true }, { values: { have: 1, needed: 2 } }, { held: true }] },
    });
  });

  it('declares it once, each for herself', () => {
    const walk = leave(settled(), 'm13');
    expect(walk.refusal('seat.recused', 'm13', interest)?.code).toBe('already_done');
    expect(walk.refusal('seat.recused', 'm12', interest)).toBeNull();
  });

  it('takes her own confirmation with her, and nobody else’s', () => {
    const walk = negotiating().act('settlement.confirmed', 'm13', { textHash: 'text-1' });
    expect(leave(walk, 'm12').procedure.confirmations).toMatchObject([{ as: 'third_sector', by: 'm13' }]);
    expect(leave(walk, 'm13').procedure.confirmations).toEqual([]);
  });

  it('takes her own support of a hold with her, and nobody else’s', () => {
    const reason = 'We were not heard.';
    const walk = settled().act('hold.supported', 'm13', { reason }).act('hold.supported', 'm14', { reason });
    expect(leave(walk, 'm12').procedure.holds).toMatchObject([{ supporters: [{ by: 'm13' }, { by: 'm14' }] }]);
    expect(leave(walk, 'm13').procedure.holds).toMatchObject([{ supporters: [{ by: 'm14' }] }]);
    expect(leave(walk, 'm14').procedure.holds).toEqual([]);
  });
});

describe('a conflict of interest during a ballot', () => {
  it('is too late for whoever cast the vote of the seat, and not for the other', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', ['m12', 'm13']);
    const given = { code: 'vote_given', params: { seat: shared, ballot: 'B-1' } };
    expect(walk.refusal('seat.recused', 'm13', interest)).toMatchObject(given);
    leave(walk, 'm12');
    expect(ballotIn(walk)?.votes).toMatchObject({ [shared]: { choice: 'yes', by: 'm13' } });
    expect(walk.refusal('seat.recused', 'm13', interest)).toMatchObject(given);
  });

  it('is too late for the last one of a seat that has voted, whoever cast the vote', () => {
    const walk = vote(openBallot(leave(settled(), 'm12'), 'B-1'), 'B-1', 'yes', ['m13']);
    Object.assign(walk, { table: replaced({ deputy: 'm15' }) });
    expect(walk.refusal('seat.recused', 'm15', interest)?.code).toBe('vote_given');
    expect(walk.refusal('seat.recused', 'm14', interest)).toBeNull();
  });
});

describe('a conflict of interest during a consent round', () => {
  const round = () => settled().act('consent_round.opened', 'm40', {});

  it('takes out her own stand, which who else sits there may give again', () => {
    const walk = leave(round().act('consent.given', 'm13', stand), 'm13');
    expect(walk.procedure.consentRounds[0]).toMatchObject({ stands: {}, electorate: { length: 12 } });
    expect(walk.refusal('consent.given', 'm13', stand)?.code).toBe('recused');
    expect([asked(walk, 'm13'), asked(walk, 'm12')]).toEqual([['await_stands'], ['take_stand']]);
    expect(consent(walk, everyone).stage).toBe('adopted');
  });

  it('leaves the stand of the other, and closes the round when a seat that was waited for goes out', () => {
    expect(leave(round().act('consent.given', 'm12', stand), 'm13').procedure.consentRounds[0]?.stands).toMatchObject({
      [shared]: { stand: 'consent', by: 'm12' },
    });
    const walk = leave(consent(round(), others), 'm13');
    expect(walk.stage).toBe('voting');
    expect(leave(walk, 'm12').stage).toBe('adopted');
    expect(walk.consequences[0]).toMatchObject({ name: 'consent_round.closed', data: { consent: 11 } });
  });
});

describe('who sits there', () => {
  it('is asked when the ballot opens: a new holder brings the seat back', () => {
    const walk = leave(settled(), 'm13', 'm12');
    openBallot(Object.assign(walk, { table: replaced({ holder: 'm15' }) }), 'B-1');
    expect(ballotIn(walk)).toMatchObject({ recused: [], electorate: { length: 12 } });
    expect(voteOf(walk, 'm15')).toBeNull();
  });

  it('is not in the electorate who comes to a seat that was out when the ballot opened', () => {
    const walk = openBallot(leave(settled(), 'm13', 'm12'), 'B-1');
    Object.assign(walk, { table: replaced({ holder: 'm15' }) });
    expect(voteOf(walk, 'm15')?.code).toBe('not_entitled');
  });
});

describe('what was recorded before it was kept who of a seat did it', () => {
  /** Without who left, who voted and who took a stand. */
  const before = (walk: Walk<PlanningProcedure>): Walk<PlanningProcedure> => {
    const { recusals, ballots } = walk.procedure;
    return Object.assign(walk, {
      procedure: {
        ...walk.procedure,
        recusals: recusals.map(({ seat, reason, at }) => ({ seat, reason, at })),
        ballots: ballots.map((ballot) => ({
          ...ballot,
          votes: Object.fromEntries(
            Object.entries(ballot.votes).map(([seat, { choice, at }]) => [seat, { choice, at }]),
          ),
        })),
      },
    });
  };

  it('means the whole seat, of a recusal', () => {
    const walk = before(leave(settled(), 'm13'));
    expect(walk.refusal('seat.recused', 'm12', interest)?.code).toBe('already_done');
    openBallot(walk, 'B-1');
    expect(ballotIn(walk)).toMatchObject({ recused: [{ seat: shared }], electorate: { length: 11 } });
    expect(['m12', 'm13'].map((member) => voteOf(walk, member)?.code)).toEqual(['recused', 'recused']);
  });

  it('is the vote of everybody who sits there', () => {
    const walk = before(vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', ['m12']));
    const codes = ['m12', 'm13'].map((member) => walk.refusal('seat.recused', member, interest)?.code);
    expect(codes).toEqual(['vote_given', 'vote_given']);
  });
});
