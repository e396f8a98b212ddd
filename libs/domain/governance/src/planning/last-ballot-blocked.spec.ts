import { expectations } from '../index.js';
import { ballotOf, openBallot, settle, settled, version } from '../../test/proposals.js';
import { actorAt, familyRules } from '../../test/tables.js';

const citizens = ['m30', 'm34', 'm35'];

/** After mediation, on its last ballot, with all citizens recused. */
function lastBallotWithoutCitizens() {
  const walk = ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no');
  const mediated = settle(walk, version(2));
  for (const member of citizens) mediated.act('seat.recused', member, { reason: 'I work there.' });
  return mediated;
}

describe('a last ballot that can never be held', () => {
  it('is closed without agreement, with a written reason, instead of staying open for ever', () => {
    const walk = lastBallotWithoutCitizens();
    expect(walk.refusal('vote.opened', 'm40', { key: 'B-2', closesAt: null, presence: null })?.code).toBe('no_quorum');
    expect(walk.refusal('proposal.closed', 'm40', { reason: null })?.code).toBe('reason_required');
    expect(walk.refusal('proposal.closed', 'm02', { reason: 'Nobody is left.' })?.code).toBe('not_your_role');
    walk.act('proposal.closed', 'm41', { reason: 'Nobody is left of the citizens.' });
    expect(walk.stage).toBe('not_agreed');
    expect(walk.consequences.at(-1)).toMatchObject({
      name: 'proposal.not_agreed',
      data: { reason: 'no_quorum' },
      explanation: { key: 'quorum', held: false },
    });
  });

  it('is closed too when the party left while it was open', () => {
    const walk = settle(ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no'), version(2));
    openBallot(walk, 'B-2');
    for (const member of citizens) walk.act('seat.recused', member, { reason: 'I work there.' });
    expect(walk.refusal('proposal.closed', 'm40', { reason: 'Nobody is left.' })?.code).toBe('wrong_stage');
    walk.act('vote.closed', 'm41', { ballot: 'B-2', reason: 'Nobody is left.' });
    expect(walk.stage).toBe('voting');
    expect(walk.act('proposal.closed', 'm40', { reason: 'Nobody is left.' }).stage).toBe('not_agreed');
  });

  it('is not closed so while it can be held, nor before mediation', () => {
    const reason = 'It is enough.';
    expect(settled().refusal('proposal.closed', 'm40', { reason })?.code).toBe('wrong_stage');
    const last = settle(ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no'), version(2));
    expect(last.refusal('proposal.closed', 'm40', { reason })?.code).toBe('wrong_stage');
    const waived = {
      ...familyRules,
      maxReferBack: 0,
      quorum: { ...familyRules.quorum, emptySector: 'waive' as const },
    };
    const walk = settle(ballotOf(settled(waived), 'B-1', 'no'), version(2));
    for (const member of citizens) walk.act('seat.recused', member, { reason: 'I work there.' });
    expect(walk.refusal('proposal.closed', 'm40', { reason })?.code).toBe('wrong_stage');
  });

  it('is what is expected of whoever guides the table', () => {
    const { procedure, table, now } = lastBallotWithoutCitizens();
    expect(expectations(procedure, actorAt(table, 'm40'), table, now)).toMatchObject([
      { key: 'close_without_agreement', act: 'proposal.closed' },
    ]);
  });
});
