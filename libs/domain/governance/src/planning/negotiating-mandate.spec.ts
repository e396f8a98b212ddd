import { instant, memberId } from '@tavolo/kernel';
import { adoptedInRoom, jointDraft, mandate, settleInRoom, stand } from '../../test/coalitions.js';
import { ballotOf, settled } from '../../test/proposals.js';
import { expectations, givenMandate, mandateStanding } from '../index.js';
import { actorAt } from '../../test/tables.js';

const asked = (walk: ReturnType<typeof adoptedInRoom>, member: string) =>
  expectations(walk.procedure, actorAt(walk.table, member), walk.table, walk.now)[0]?.key;
const proposed = () => adoptedInRoom().act('negotiating_mandate.proposed', 'm14', mandate);
const given = () => {
  const walk = proposed();
  for (const member of ['m12', 'm16', 'm18']) walk.act('negotiating_mandate.supported', member, { mandate: 1 });
  return walk;
};
const handed = { receiver: 'T-SYS', proposal: 'P-502' };

describe('consent in the room of a coalition (scenario O6)', () => {
  it('takes an objection only with the change that would meet it, and adopts in the second round what met it', () => {
    const walk = jointDraft().act('consent_round.opened', 'm25', {});
    for (const member of ['m12', 'm14', 'm16', 'm20', 'm24']) stand(walk, member, 'consent');
    stand(walk, 'm18', 'stand_aside');
    const reason = 'People would be placed, not choose.';
    const refused = walk.refusal('consent.given', 'm22', { stand: 'objection', reason, change: null });
    expect(refused?.code).toBe('change_required');
    expect(walk.procedure.consentRounds[0]?.closedAt).toBeNull();
    stand(walk, 'm22', 'objection', reason, 'Residents choose their flatmates.');
    expect(walk.procedure.consentRounds[0]?.outcome?.verdict).toBe('objections');
    expect(walk.stage).toBe('voting');

    settleInRoom(walk.act('negotiation.reopened', 'm25', {}), 2).act('consent_round.opened', 'm25', {});
    for (const member of ['m12', 'm14', 'm16', 'm20', 'm22', 'm24']) stand(walk, member, 'consent');
    stand(walk, 'm18', 'stand_aside');
    expect(walk.procedure.adoption).toMatchObject({ by: 'consent', version: 2, ballot: null });
    expect(walk.procedure.ballots).toEqual([]);
    const aside = Object.entries(walk.procedure.consentRounds[1]?.stands ?? {}).filter(
      ([, { stand: one }]) => one === 'stand_aside',
    );
    expect(aside.map(([seat, { by }]) => [seat, by])).toEqual([['seat-m18', 'm18']]);
  });
});

describe('a negotiating mandate', () => {
  it('is given by more than half of the seats of the bench, and by nobody alone', () => {
    const walk = proposed();
    expect(walk.procedure.mandates?.[0]).toMatchObject({ givenAt: null, supporters: [{ seat: 'seat-m14' }] });
    expect(walk.refusal('negotiating_mandate.supported', 'm14', { mandate: 1 })?.code).toBe('already_done');
    walk.act('negotiating_mandate.supported', 'm12', { mandate: 1 });
    walk.act('negotiating_mandate.supported', 'm16', { mandate: 1 });
    expect(givenMandate(walk.procedure.mandates)).toBeNull();
    walk.act('negotiating_mandate.supported', 'm18', { mandate: 1 });
    expect(givenMandate(walk.procedure.mandates)).toMatchObject({ ...mandate, n: 1 });
    expect(walk.consequences.at(-1)).toMatchObject({
      name: 'negotiating_mandate.given',
      data: { mandate: 1, spokesperson: 'm24', until: '2027-02-28' },
      explanation: { held: true, values: { have: 4, needed: 4, eligible: 7 } },
    });
  });

  it('says what she may and what she may not, names people of the bench, and ends on a day that has not passed', () => {
    const walk = adoptedInRoom();
    const refusal = (change: Partial<typeof mandate>) =>
      walk.refusal('negotiating_mandate.proposed', 'm14', { ...mandate, ...change })?.code;
    expect(refusal({ may: ' ' })).toBe('reason_required');
    expect(refusal({ mayNot: '' })).toBe('reason_required');
    expect(refusal({ spokesperson: memberId('m04') })).toBe('not_your_role');
    expect(refusal({ deputy: memberId('m24') })).toBe('second_person_required');
    expect(refusal({ until: '2026-11-11' })).toBe('mandate_not_valid');
    expect(refusal({ spokesperson: memberId('m25'), deputy: null })).toBeUndefined();
  });

  it('is given only where the rulebook foresees it, for a text that was adopted', () => {
    const early = jointDraft().refusal('negotiating_mandate.proposed', 'm14', mandate);
    expect(early?.code).toBe('wrong_stage');
    const atTable = ballotOf(settled(), 'B-1', 'yes').refusal('negotiating_mandate.proposed', 'm14', mandate);
    expect(atTable).toMatchObject({ code: 'wrong_stage', rule: 'negotiatingMandate' });
  });

  it('is changed by giving another, which the bench supports anew', () => {
    const walk = given().act('negotiating_mandate.proposed', 'm20', { ...mandate, may: 'Two flats at once.' });
    expect(givenMandate(walk.procedure.mandates)?.n).toBe(1);
    for (const member of ['m12', 'm14', 'm16']) walk.act('negotiating_mandate.supported', member, { mandate: 2 });
    expect(walk.procedure.mandates?.map(({ n, ended }) => [n, ended?.why])).toEqual([
      [1, 'replaced'],
      [2, undefined],
    ]);
  });

  it('is ended by more than half of the seats with a reason, or laid down by the spokesperson', () => {
    const end = (reason: string) => ({ mandate: 1, reason });
    const walk = given();
    expect(walk.refusal('negotiating_mandate.end_supported', 'm14', end(' '))?.code).toBe('reason_required');
    for (const member of ['m12', 'm14', 'm16']) {
      walk.act('negotiating_mandate.end_supported', member, end('The table goes another way.'));
    }
    expect(givenMandate(walk.procedure.mandates)?.n).toBe(1);
    walk.act('negotiating_mandate.end_supported', 'm18', end('Agreed.'));
    expect(walk.procedure.mandates?.[0]).toMatchObject({
      ended: { why: 'bench' },
      endReason: 'The table goes another way.',
    });
    const laidDown = given().act('negotiating_mandate.end_supported', 'm24', end('I am leaving.'));
    expect(laidDown.procedure.mandates?.[0]?.ended?.why).toBe('laid_down');
  });
});

describe('handing an adopted text to a table', () => {
  it('is for the spokesperson and her deputy under a mandate that holds today', () => {
    const none = adoptedInRoom().refusal('joint_proposal.submitted', 'm24', handed);
    expect(none).toMatchObject({ code: 'mandate_not_valid', params: { state: 'none' } });
    const walk = given();
    const other = walk.refusal('joint_proposal.submitted', 'm14', handed);
    expect(other).toMatchObject({ code: 'mandate_not_valid', params: { state: 'other_person' } });
    expect(walk.refusal('joint_proposal.submitted', 'm22', handed)).toBeNull();
    walk.act('joint_proposal.submitted', 'm24', handed);
    expect(walk.procedure.submissions).toMatchObject([
      { table: 'T-SYS', proposal: 'P-502', version: 1, mandate: 1, by: 'm24' },
    ]);
    expect(walk.refusal('joint_proposal.submitted', 'm24', handed)?.code).toBe('already_done');
  });

  it('is possible through the last second of the last day of the mandate, in local time, and no longer', () => {
    const walk = given().at('2027-02-28T22:59:59.999Z');
    expect(walk.refusal('joint_proposal.submitted', 'm24', handed)).toBeNull();
    const late = walk.at('2027-02-28T23:00:00Z').refusal('joint_proposal.submitted', 'm24', handed);
    expect(late).toMatchObject({ code: 'mandate_not_valid', params: { state: 'expired', until: '2027-02-28' } });
    const [one] = walk.procedure.mandates ?? [];
    expect(one && mandateStanding(one, instant('2027-02-28T23:00:00Z'), 'Europe/Rome')).toBe('expired');
  });

  it('is what is expected next, step by step', () => {
    const walk = adoptedInRoom();
    expect(asked(walk, 'm14')).toBe('propose_mandate');
    walk.act('negotiating_mandate.proposed', 'm14', mandate);
    expect([asked(walk, 'm14'), asked(walk, 'm12')]).toEqual(['await_negotiating_mandate', 'support_mandate']);
    for (const member of ['m12', 'm16', 'm18']) walk.act('negotiating_mandate.supported', member, { mandate: 1 });
    expect([asked(walk, 'm24'), asked(walk, 'm12')]).toEqual(['submit_jointly', 'await_joint_submission']);
    walk.act('joint_proposal.submitted', 'm24', handed);
    expect(asked(walk, 'm24')).toBe('nothing');
  });
});
