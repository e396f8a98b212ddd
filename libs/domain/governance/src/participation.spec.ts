import {
  assess,
  ballotOf,
  close,
  consent,
  consultationDraft,
  consultationOpen,
  draft,
  everyone,
  negotiating,
  openBallot,
  openBallotUntil,
  settled,
  version,
  vote,
} from '../test/proposals.js';
import { actorAt, familyRules, familyTable, reservedRules } from '../test/tables.js';
import { type Walk } from '../test/walk.js';
import { expectations, mayWriteText, type ActPayloads, type PlanningRulebook, type Procedure } from './index.js';

const expected = (walk: Walk<Procedure>, member: string | null) =>
  expectations(walk.procedure, member === null ? null : actorAt(walk.table, member), walk.table, walk.now);
const keys = (walk: Walk<Procedure>, member: string | null) => expected(walk, member).map(({ key }) => key);
const mayWrite = (walk: Walk<Procedure>, member: string) =>
  mayWriteText(walk.procedure, actorAt(walk.table, member), walk.table, walk.now);

const onHold = () =>
  settled()
    .act('hold.supported', 'm30', { reason: 'Not heard.' })
    .act('hold.supported', 'm34', { reason: 'Not heard.' });
const inMediation = () => ballotOf(settled({ ...familyRules, maxReferBack: 0 }), 'B-1', 'no');
const referredBack = () => ballotOf(settled(), 'B-1', 'no');
const ballotFirst: PlanningRulebook = { ...familyRules, decision: { ...familyRules.decision, first: 'ballot' } };
const organisation = familyTable.seats[0]!.organisation!;
const agreement: ActPayloads['agreement.formalised'] = {
  kind: 'convention',
  responsibilities: ['c1', 'c2', 'c3', 'c4'].map((clause) => ({
    clause,
    does: [],
    answers: organisation,
    consulted: [],
    informed: [],
  })),
  commitments: [{ holder: organisation, what: 'A room', dueOn: '2027-01-31', proof: 'Keys handed over' }],
  measures: [{ what: 'Placements that last', baseline: '61%', target: '75%' }],
  reviewOn: '2027-11-30',
};
const inadmissible = () =>
  draft()
    .act('proposal.submitted', 'm16', {})
    .act('proposal.declared_inadmissible', 'm40', { reason: 'Another table is in charge.' });

describe('what is expected of a member', () => {
  it('is to write and submit, of the sponsor of a draft; others may write along or wait', () => {
    expect(keys(draft(), 'm16')).toEqual(['write_and_submit']);
    expect(keys(draft(), 'm02')).toEqual(['join_draft']);
    expect(keys(draft(), 'm26')).toEqual(['await_submission']);
  });

  it('is to negotiate until the total time is over, then to confirm, then to wait', () => {
    const walk = negotiating();
    expect(expected(walk, 'm02')).toMatchObject([{ key: 'negotiate', until: '2027-01-07T22:59:59.999Z' }]);
    walk.act('settlement.confirmed', 'm40', { textHash: 'text-1' });
    expect(expected(walk, 'm02')).toMatchObject([
      { key: 'confirm_text', act: 'settlement.confirmed', params: { missing: 3 } },
    ]);
    walk.act('settlement.confirmed', 'm02', { textHash: 'text-1' });
    expect(expected(walk, 'm04')).toMatchObject([
      { key: 'await_confirmations', act: null, params: { missing: 2, whom: ['third_sector', 'citizens'] } },
    ]);
    expect(expected(walk, 'm26')).toMatchObject([{ key: 'await_negotiation', params: { whom: familyRules.parties } }]);
  });

  it('is to guide, of a facilitator who may not write, until a party confirms', () => {
    const walk = negotiating();
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'guide_negotiation', params: { whom: familyRules.parties } }]);
    walk.act('settlement.confirmed', 'm02', { textHash: 'text-1' });
    expect(expected(walk, 'm40')).toMatchObject([
      { key: 'confirm_text', params: { whom: ['facilitator', 'third_sector', 'citizens'] } },
    ]);
  });

  it('is to confirm again what she confirmed of an earlier text', () => {
    const walk = negotiating().act('settlement.confirmed', 'm02', { textHash: 'text-1' });
    walk.act('settlement.confirmed', 'm40', { textHash: 'text-2' });
    expect(expected(walk, 'm02')).toMatchObject([
      { key: 'confirm_again', act: 'settlement.confirmed', params: { missing: 3 } },
    ]);
    expect(keys(walk, 'm04')).toEqual(['confirm_text']);
    expect(keys(walk, 'm40')).toEqual(['await_confirmations']);
  });

  it('is to confirm again as soon as the live text is known to read differently', () => {
    const walk = negotiating().act('settlement.confirmed', 'm02', { textHash: 'text-1' });
    const of = (member: string, textHash: string) =>
      expectations(walk.procedure, actorAt(familyTable, member), familyTable, walk.now, textHash).map(({ key }) => key);
    expect(of('m02', 'text-1')).toEqual(['await_confirmations']);
    expect(of('m02', 'text-2')).toEqual(['confirm_again']);
    expect(of('m12', 'text-2')).toEqual(['negotiate']);
    expect(of('m12', 'text-1')).toEqual(['confirm_text']);
  });

  it('is a stand in an open consent round, until it is given', () => {
    const walk = consent(settled().act('consent_round.opened', 'm40', {}), ['m02']);
    expect(keys(walk, 'm02')).toEqual(['stand_given']);
    expect(keys(walk, 'm04')).toEqual(['take_stand']);
    expect(expected(walk, null)).toMatchObject([
      { key: 'await_stands', params: { count: 11, of: 12, whom: ['public', 'third_sector', 'citizens'] } },
    ]);
  });

  it('is a vote in an open ballot, and of the secretary to close it when all have voted', () => {
    const walk = vote(openBallot(settled(), 'B-1'), 'B-1', 'yes', ['m02']);
    expect(expected(walk, 'm04')).toMatchObject([
      { key: 'cast_vote', params: { ballot: 'B-1', cast: 1, eligible: 12 } },
    ]);
    expect(expected(walk, 'm02')).toMatchObject([{ key: 'vote_cast', params: { choice: 'yes' } }]);
    vote(walk, 'B-1', 'yes', everyone.slice(0, -1));
    expect(expected(walk, 'm41')).toMatchObject([
      { key: 'await_votes', params: { ballot: 'B-1', count: 1, of: 12, whom: ['citizens'] } },
    ]);
    vote(walk, 'B-1', 'yes', everyone);
    expect(['m40', 'm41', 'm43'].map((member) => keys(walk, member))).toEqual([
      ['close_ballot'],
      ['close_ballot'],
      ['close_ballot'],
    ]);
    expect(expected(walk, 'm26')).toMatchObject([
      { key: 'await_close', params: { whom: ['facilitator', 'secretary', 'coordinator'] } },
    ]);
  });

  it('is to close early, of every second person, when somebody asks for it; the one who asked waits', () => {
    const walk = vote(openBallotUntil(settled(), 'B-1', '2026-09-20T16:00:00Z'), 'B-1', 'yes', everyone);
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'await_closing', until: '2026-09-20T16:00:00.000Z' }]);
    walk.act('ballot.early_closing_requested', 'm41', { ballot: 'B-1', reason: 'All have voted.' });
    expect(['m40', 'm43'].map((member) => keys(walk, member))).toEqual([['close_early'], ['close_early']]);
    expect(expected(walk, 'm41')).toMatchObject([
      { key: 'await_second_person', act: null, params: { ballot: 'B-1', whom: ['facilitator', 'coordinator'] } },
    ]);
    expect(keys(walk, 'm02')).toEqual(['vote_cast']);
  });

  it('is an assessment while the window is open, then to wait for replies', () => {
    const walk = assess(consultationOpen(), 'AS-1', 'm14', 'favourable');
    expect(expected(walk, 'm18')).toMatchObject([{ key: 'give_assessment', until: '2026-12-04T22:59:59.999Z' }]);
    expect(keys(walk, 'm14')).toEqual(['assessment_given']);
    expect(expected(walk, null)).toMatchObject([
      {
        key: 'await_assessments',
        params: { given: 1, entitled: 10, count: 9, of: 10, whom: ['public', 'citizens', 'market'] },
      },
    ]);
    walk.at('2026-12-15T09:00:00Z');
    expect(expected(walk, 'm14')).toMatchObject([{ key: 'await_replies', params: { count: 1, of: 1 } }]);
    expect(expected(walk, 'm03')).toMatchObject([{ key: 'reply', params: { count: 1, of: 1 } }]);
    walk.act('reply.published', 'm03', { key: 'RE-1', assessments: ['AS-1'], outcome: 'accepted', reason: null });
    expect(keys(walk, 'm03')).toEqual(['decide']);
    expect(keys(walk, 'm14')).toEqual(['await_institution']);
  });
});

describe('what is expected at the other stages of a proposal', () => {
  const submitted = () => draft().act('proposal.submitted', 'm16', {});
  const opened = { key: 'B-1', closesAt: null, presence: null };
  it.each([
    ['to open negotiation', submitted, 'm43', ['open_negotiation']],
    ['to wait while admissibility is open', submitted, 'm16', ['await_opening']],
    ['to open the decision on a settled text', settled, 'm40', ['open_decision']],
    ['to open a ballot, of a secretary, where consent may come first', settled, 'm41', ['open_ballot']],
    [
      'to open the decision, of a secretary, where a ballot comes first',
      () => settled(ballotFirst),
      'm41',
      ['open_decision'],
    ],
    ['to wait for the decision on a settled text', settled, 'm02', ['await_decision']],
    [
      'to ratify, of the bench that was asked',
      () => settled().act('ratification.requested', 'm12', { sector: 'third_sector' }),
      'm14',
      ['ratify'],
    ],
    [
      'to wait, of the one who asked her bench',
      () => settled().act('ratification.requested', 'm12', { sector: 'third_sector' }),
      'm12',
      ['await_ratification'],
    ],
    [
      'to wait, of the other benches',
      () => settled().act('ratification.requested', 'm12', { sector: 'third_sector' }),
      'm02',
      ['await_ratification'],
    ],
    [
      'to open another round or the ballot when a round has ended',
      () =>
        settled()
          .act('consent_round.opened', 'm40', {})
          .act('consent_round.closed', 'm40', { reason: 'Time is over.' }),
      'm40',
      ['open_decision'],
    ],
    ['to wait for mediation during a hold', onHold, null, ['await_mediation']],
    ['to mediate during a hold, of the guarantor', onHold, 'm42', ['mediate']],
    ['to open negotiation again after referral back', referredBack, 'm40', ['reopen']],
    ['to wait for that, and to write meanwhile, of a voting seat', referredBack, 'm02', ['await_reopening_writing']],
    ['to wait for that, of a voice seat', referredBack, 'm26', ['await_reopening']],
    ['to formalise what was adopted', () => ballotOf(settled(), 'B-1', 'yes'), 'm41', ['formalise']],
    ['to wait for the agreement', () => ballotOf(settled(), 'B-1', 'yes'), 'm02', ['await_agreement']],
    ['to wait for the organ', () => ballotOf(settled(reservedRules), 'B-1', 'yes'), 'm02', ['await_organ']],
    [
      'to record the answer of the organ',
      () => ballotOf(settled(reservedRules), 'B-1', 'yes'),
      'm41',
      ['confirm_as_organ'],
    ],
    ['to negotiate and wait in mediation', inMediation, 'm02', ['negotiate', 'await_mediation']],
    ['to guide and mediate in mediation, of the facilitator', inMediation, 'm40', ['guide_negotiation', 'mediate']],
    ['to wait for mediation, of a voice seat', inMediation, 'm26', ['await_mediation']],
    ['to wait for votes, of who has none', () => settled().act('vote.opened', 'm40', opened), 'm26', ['await_votes']],
    ['nothing when it is over', () => inadmissible(), 'm16', ['nothing']],
  ] as const)('is %s', (_what, walk, member, expectedKeys) => {
    expect(keys(walk(), member)).toEqual(expectedKeys);
  });

  it('is to wait for the first moment of a second call, which is named, and then to open it', () => {
    const walk = close(openBallot(settled(), 'B-1'), 'B-1');
    expect(expected(walk, 'm40')).toMatchObject([
      { key: 'await_second_call', act: null, params: { from: '2026-09-08T22:00:00.000Z' } },
    ]);
    expect(keys(walk.at('2026-09-08T22:00:00Z'), 'm40')).toEqual(['open_decision']);
  });

  it('is a ballot when the consent rounds of the rulebook are spent', () => {
    const walk = settled({ ...familyRules, maxConsentRounds: 1 });
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'open_decision', act: 'consent_round.opened' }]);
    walk.act('consent_round.opened', 'm40', {});
    walk.act('consent.given', 'm30', { stand: 'objection', reason: 'No evenings.', change: 'Add evenings.' });
    walk.act('consent_round.closed', 'm40', { reason: 'Time is over.' });
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'open_decision', act: 'vote.opened' }]);
  });

  it('is the review on the day that the agreement says, and then its end', () => {
    const walk = ballotOf(settled(), 'B-1', 'yes').act('agreement.formalised', 'm40', agreement);
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'await_review', params: { reviewOn: '2027-11-30' } }]);
    walk.at('2027-11-30T09:00:00Z');
    expect(expected(walk, 'm40')).toMatchObject([{ key: 'open_review', act: 'review.opened' }]);
    expect(keys(walk, 'm02')).toEqual(['await_review']);
    walk.act('review.opened', 'm40', {});
    expect(keys(walk, 'm40')).toEqual(['close_proposal']);
    expect(keys(walk, 'm02')).toEqual(['await_review_end']);
  });

  it('is to open a consultation, and to follow up its decision', () => {
    expect(keys(consultationDraft(), 'm03')).toEqual(['open_consultation']);
    expect(keys(consultationDraft(), 'm14')).toEqual(['await_consultation']);
    const decided = consultationOpen()
      .at('2026-12-15T09:00:00Z')
      .act('decision.recorded', 'm03', { outcome: 'adopted', statement: null, version: null });
    expect(keys(decided, 'm03')).toEqual(['follow_up']);
    expect(keys(decided, 'm14')).toEqual(['await_follow_up']);
  });
});

describe('who may write on the text', () => {
  it('are sponsors and voting seats, on drafts as while negotiating, but no voice seat and no facilitator', () => {
    expect(['m16', 'm02', 'm26', 'm40'].map((member) => mayWrite(draft(), member))).toEqual([true, true, false, false]);
    expect(['m16', 'm02', 'm26', 'm40'].map((member) => mayWrite(negotiating(), member))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is nobody once the text is frozen, until it is opened again', () => {
    const walk = negotiating().act('proposal.frozen', 'm40', { text: version(1) });
    expect(mayWrite(walk, 'm16')).toBe(false);
    expect(mayWrite(settled(), 'm16')).toBe(false);
    expect(mayWrite(walk.act('negotiation.reopened', 'm40', {}), 'm16')).toBe(true);
  });

  it('is not a recused member', () => {
    expect(mayWrite(negotiating().act('seat.recused', 'm22', { reason: 'I work there.' }), 'm22')).toBe(false);
  });

  it('is the deciding institution alone in a consultation, and not while assessments are given', () => {
    expect(['m03', 'm01', 'm14'].map((member) => mayWrite(consultationDraft(), member))).toEqual([true, false, false]);
    expect(mayWrite(consultationOpen(), 'm03')).toBe(false);
    expect(mayWrite(consultationOpen().at('2026-12-15T09:00:00Z'), 'm03')).toBe(true);
  });
});
