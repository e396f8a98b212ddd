import { ballotOf, close, openBallot, settle, settled, version, vote } from '../../test/proposals.js';
import { familyRules } from '../../test/tables.js';

const { overall, perSector, emptySector } = familyRules.quorum;
const oneCall = { overall, emptySector, ...(perSector && { perSector }) };
const withoutCitizens = ['m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm16', 'm22', 'm24'];

/** After mediation, before its last ballot. */
const last = (quorum = familyRules.quorum) =>
  settle(ballotOf(settled({ ...familyRules, quorum, maxReferBack: 0 }), 'B-1', 'no'), version(2));
const heldWithout = (walk: ReturnType<typeof last>, key: string) =>
  close(vote(openBallot(walk, key), key, 'yes', withoutCitizens), key);

describe('a last ballot from which one party stays away', () => {
  it('is held once more, on second call, and then the proposal is closed without agreement', () => {
    const walk = heldWithout(last(), 'B-2');
    expect(walk.stage).toBe('voting');
    expect(walk.refusal('vote.opened', 'm40', { key: 'B-3', closesAt: null, presence: null })?.code).toBe('too_early');
    heldWithout(walk.at('2026-09-10T08:00:00.000Z'), 'B-3');
    expect(walk.procedure.ballots.at(-1)).toMatchObject({ call: 2, result: { verdict: 'no_quorum' } });
    expect(walk.stage).toBe('not_agreed');
    expect(walk.consequences.at(-1)).toMatchObject({
      name: 'proposal.not_agreed',
      data: { vote: 'B-3', version: 2, reason: 'no_quorum' },
      explanation: { held: false },
    });
  });

  it('adopts on second call when the party comes', () => {
    const walk = heldWithout(last(), 'B-2').at('2026-09-10T08:00:00.000Z');
    expect(close(vote(openBallot(walk, 'B-3'), 'B-3', 'yes', [...withoutCitizens, 'm30']), 'B-3').stage).toBe(
      'adopted',
    );
  });

  it('is over at once where the rulebook has no second call', () => {
    expect(heldWithout(last(oneCall), 'B-2').stage).toBe('not_agreed');
  });

  it('an ordinary ballot without quorum ends nothing, however often it is called', () => {
    const walk = heldWithout(settled(), 'B-1').at('2026-09-10T08:00:00.000Z');
    heldWithout(walk, 'B-2').at('2026-09-12T08:00:00.000Z');
    expect(heldWithout(walk, 'B-3').stage).toBe('voting');
  });
});
