import { instant, memberId, seatId } from '@tavolo/kernel';
import { actorAt, elderlyRules, elderlyTable, familyRules, familyTable } from '../../test/tables.js';
import { WrittenRules } from '../../test/rulebook-changes.js';
import { withValueAt } from '../rulebook-parameters.js';
import { type Composition } from '../seat.js';
import { askedByRulebookChange } from './asked-of-change.js';

const reason = 'Mediation of two weeks was too short for the families.';
const longer = withValueAt(familyRules, 'mediationDays', 21);
const everyone = familyTable.seats.flatMap(({ right, holder }) => (right === 'vote' && holder ? [holder] : []));

/** Handed in by Teo of the third sector on 24 November; the notice ends on Friday, 4 December. */
const handedIn = () =>
  new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z').draft('m12', longer).propose('m12', reason);

/** All vote yes, and the notice is over. */
const won = () => everyone.reduce((rules, member) => rules.vote(member, 'yes'), handedIn()).at('2026-12-05T09:00:00Z');

describe('a change of the rules', () => {
  it('is drafted, voted on during the notice, and adopted by a second person as the next version', () => {
    const rules = won().confirm('m40');
    expect(rules.change).toMatchObject({
      stage: 'adopted',
      base: { key: 'RB-FAM-2', version: 2 },
      rulebook: { key: 'RB-FAM-3', version: 3, adoptedOn: '2026-12-05', mediationDays: 21 },
      ended: { by: 'm40', explanation: { key: 'result.adopted', held: true } },
    });
  });

  it('cites no place of the rulebook for the rule by which it is decided, since that is a common one', () => {
    expect(JSON.stringify(won().confirm('m40').change.ended?.explanation)).not.toContain('"rule"');
  });

  it('lies open for ten days: they end on a working day, and nobody confirms before', () => {
    const early = handedIn();
    expect(early.change.proposal?.closesAt).toBe('2026-12-04T22:59:59.999Z');
    expect(early.refusalOf('rulebook.confirmed', 'm40', {})).toMatchObject({
      code: 'too_early',
      params: { from: '2026-12-04T22:59:59.999Z' },
    });
    const saturday = new WrittenRules(familyTable, familyRules, '2026-11-25T09:00:00Z');
    // The tenth day is Saturday, 5 December; Tuesday is a holiday, Monday is not.
    expect(saturday.draft('m12', longer).propose('m12', reason).change.proposal?.closesAt).toMatch(/^2026-12-07T/u);
  });

  it('is confirmed by nobody alone, nor from the same seat', () => {
    expect(won().refusalOf('rulebook.confirmed', 'm12', {})?.code).toBe('second_person_required');
    expect(won().refusalOf('rulebook.confirmed', 'm13', {})?.code).toBe('second_person_required');
    expect(won().refusalOf('rulebook.confirmed', 'm26', {})?.code).toBe('no_vote');
    expect(won().refusalOf('rulebook.confirmed', 'm42', {})?.code).toBe('not_your_role');
  });

  it('needs two thirds of the votes cast and more yes than no in each sector', () => {
    const citizens = ['m30', 'm34', 'm35'];
    const split = everyone.reduce((rules, one) => rules.vote(one, citizens.includes(one) ? 'no' : 'yes'), handedIn());
    const refused = split.at('2026-12-05T09:00:00Z').refusalOf('rulebook.confirmed', 'm40', {});
    expect(refused?.code).toBe('vote_lost');
    expect(JSON.stringify(refused?.explanation)).toContain('"sector":"citizens","eligible":3');
    const few = handedIn().vote('m02', 'yes').vote('m14', 'yes').vote('m30', 'yes').at('2026-12-05T09:00:00Z');
    expect(few.refusalOf('rulebook.confirmed', 'm40', {})?.explanation?.key).toBe('result.no_quorum');
  });

  it('takes a vote by each seat, that can be changed until the notice ends, and none afterwards', () => {
    const rules = handedIn().vote('m12', 'no').vote('m13', 'yes');
    expect(rules.change.proposal?.votes).toMatchObject({ 'seat-m12': { choice: 'yes', by: 'm13' } });
    expect(rules.refusalOf('rulebook.vote_cast', 'm26', { choice: 'yes' })?.code).toBe('no_vote');
    expect(rules.refusalOf('rulebook.vote_cast', 'm40', { choice: 'yes' })?.code).toBe('not_your_role');
    const late = rules.at('2026-12-04T22:59:59.999Z');
    expect(late.refusalOf('rulebook.vote_cast', 'm02', { choice: 'yes' })?.code).toBe('deadline_passed');
  });

  it('is refused, once the table voted for it, only by who guides or records, and with a written reason', () => {
    expect(won().refusalOf('rulebook.refused', 'm02', { reason: 'No.' })?.code).toBe('not_your_role');
    expect(won().refusalOf('rulebook.refused', 'm41', { reason: ' ' })?.code).toBe('reason_required');
    const refused = won().refuse('m41', 'The annex is missing.').change;
    expect(refused).toMatchObject({ stage: 'refused', ended: { by: 'm41', reason: 'The annex is missing.' } });
  });

  it('is closed without a reason when the vote was lost', () => {
    const lost = everyone.reduce((rules, member) => rules.vote(member, 'no'), handedIn()).at('2026-12-05T09:00:00Z');
    expect(lost.refuse('m02', null).change.ended?.explanation?.key).toBe('result.rejected');
  });

  it('keeps the mode', () => {
    const rules = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z');
    expect(rules.draftRefusal('m12', elderlyRules)).toMatchObject({
      code: 'other_mode',
      rule: '2.5 Changing the mode',
      params: { mode: 'consultation', present: 'planning' },
    });
  });

  it('says something else than the rules in force, with a reason of some length', () => {
    const same = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z').draft('m12', {
      ...familyRules,
      market: 'voice',
    });
    expect(same.refusalOf('rulebook.proposed', 'm12', { reason })?.code).toBe('nothing_changed');
    const other = same.redraft('m12', longer);
    expect(other.refusalOf('rulebook.proposed', 'm12', { reason: 'Better.' })?.code).toBe('reason_too_short');
  });

  it('belongs to who drafted it while it is a draft, and can be withdrawn by her alone', () => {
    const draft = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z').draft('m26', longer);
    expect(draft.refusalOf('rulebook.redrafted', 'm40', { rulebook: longer })?.code).toBe('not_your_role');
    expect(draft.refusalOf('rulebook.withdrawn', 'm40', {})?.code).toBe('not_your_role');
    expect(draft.withdraw('m26').change).toMatchObject({ stage: 'withdrawn', proposal: null });
  });

  it('is drafted by nobody who neither sits at the table nor guides it', () => {
    const rules = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z');
    expect(rules.draftRefusal('m42', longer)?.code).toBe('not_your_role');
    expect(rules.draftRefusal('m99', longer)?.code).toBe('not_your_role');
  });

  it('is not adopted once another version is in force', () => {
    const rules = won().underRules({ ...familyRules, key: 'RB-FAM-3', version: 3 });
    expect(rules.refusalOf('rulebook.confirmed', 'm40', {})).toMatchObject({
      code: 'rules_changed',
      params: { base: 'RB-FAM-2', present: 'RB-FAM-3' },
    });
  });
});

describe('the right of the market', () => {
  it('is a change of the rules, and no party is left without a vote', () => {
    const rules = new WrittenRules(familyTable, familyRules, '2026-11-24T09:00:00Z');
    const withVote = { ...familyRules, market: 'vote' } as const;
    expect(rules.draft('m26', withVote).propose('m26', reason).change.stage).toBe('proposed');
    const party = withValueAt(familyRules, 'parties', ['public', 'third_sector', 'citizens', 'market']);
    expect(rules.draftRefusal('m26', party)).toMatchObject({
      code: 'party_without_vote',
      params: { sector: 'market' },
    });
    expect(rules.draftRefusal('m26', { ...party, market: 'vote' })).toBeNull();
  });
});

describe('a change of the rules where an institution decides', () => {
  const shorter = withValueAt(elderlyRules, 'replyDays', 20);
  const voters = elderlyTable.seats.flatMap(({ right, holder }) => (right === 'vote' && holder ? [holder] : []));
  const begun = (member: string) =>
    voters
      .reduce(
        (rules, voter) => rules.vote(voter, 'yes'),
        new WrittenRules(elderlyTable, elderlyRules, '2026-11-24T09:00:00Z')
          .draft(member, shorter)
          .propose(member, reason),
      )
      .at('2026-12-05T09:00:00Z');

  it('has one of its two persons sit for the institution, whichever', () => {
    expect(begun('m31').refusalOf('rulebook.confirmed', 'm40', {})?.code).toBe('institution_missing');
    expect(begun('m31').confirm('m03').change.stage).toBe('adopted');
    expect(begun('m03').confirm('m40').change.stage).toBe('adopted');
  });

  it('is voted on by its seats, though they decide nothing else', () => {
    expect(begun('m31').change.proposal?.parties).toEqual(['public', 'third_sector', 'citizens', 'market']);
  });
});

describe('what a change of the rules asks', () => {
  const asked = (rules: WrittenRules, member: string) =>
    askedByRulebookChange(rules.change, actorAt(familyTable, member), rules.table, rules.now)?.ask ?? null;

  it('is a vote of each seat until the notice ends, and a second person afterwards', () => {
    const rules = handedIn().vote('m02', 'yes');
    expect(['m02', 'm04', 'm12', 'm26', 'm40'].map((member) => asked(rules, member))).toEqual([
      ...[null, 'vote', 'vote', null, null],
    ]);
    expect(['m02', 'm12', 'm13', 'm26', 'm40'].map((member) => asked(won(), member))).toEqual([
      ...['confirm', null, null, null, 'confirm'],
    ]);
    expect(asked(handedIn().at('2026-12-05T09:00:00Z'), 'm40')).toBe('close');
    expect(asked(won().confirm('m40'), 'm02')).toBeNull();
  });
});

describe('a bench of one sector', () => {
  const bench: Composition = {
    seats: familyTable.seats.filter(({ sector }) => sector === 'citizens'),
    roles: [{ role: 'facilitator', member: memberId('m30') }],
  };

  it('changes its own rules in the same way', () => {
    const rules = new WrittenRules(
      bench,
      { ...familyRules, parties: ['citizens'], negotiatingMandate: true },
      '2026-11-24T09:00:00Z',
    )
      .draft('m30', { ...familyRules, parties: ['citizens'], negotiatingMandate: true, mediationDays: 7 })
      .propose('m30', reason)
      .vote('m30', 'yes')
      .vote('m34', 'yes')
      .vote('m35', 'no')
      .at('2026-12-05T09:00:00Z');
    expect(rules.refusalOf('rulebook.confirmed', 'm30', {})?.code).toBe('second_person_required');
    expect(rules.confirm('m34').change).toMatchObject({
      stage: 'adopted',
      ended: { at: instant('2026-12-05T09:00:00Z') },
    });
    expect(rules.change.proposal?.electorate.map(({ seat }) => seat)).toEqual(
      ['m30', 'm34', 'm35'].map((member) => seatId(`seat-${member}`)),
    );
  });
});
