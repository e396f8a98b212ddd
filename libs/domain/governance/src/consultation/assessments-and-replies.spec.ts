import { assess, consultationDraft, consultationOpen, version } from '../../test/proposals.js';
import { type ActPayloads, type ReplyOutcome } from '../index.js';

const opening = (closesOn: string, urgentReason: string | null = null): ActPayloads['consultation.opened'] => ({
  closesOn,
  urgentReason,
  text: version(1, 2),
});

describe('the window of a consultation', () => {
  it('of fewer than 20 days is refused, with the first possible day', () => {
    expect(consultationDraft().refusal('consultation.opened', 'm03', opening('2026-11-28'))).toMatchObject({
      code: 'window_too_short',
      params: { min: 20, given: 19, firstPossible: '2026-11-29' },
    });
    expect(consultationDraft().refusal('consultation.opened', 'm03', opening('2026-11-29'))).toBeNull();
  });

  it('may be urgent from 7 days with a written reason', () => {
    const refusal = (closesOn: string, reason: string) =>
      consultationDraft().refusal('consultation.opened', 'm03', opening(closesOn, reason));
    expect(refusal('2026-11-16', '  ')?.code).toBe('reason_required');
    expect(refusal('2026-11-16', 'The tender closes.')).toBeNull();
    expect(refusal('2026-11-15', 'The tender closes.')).toMatchObject({ code: 'window_too_short', params: { min: 7 } });
  });

  it('ends on the next working day when its last day is none', () => {
    const walk = consultationDraft().act('consultation.opened', 'm03', opening('2026-12-06'));
    expect(walk.procedure.window?.closesAt).toBe('2026-12-07T22:59:59.999Z');
  });

  it.each(['soon', '2026-02-30', ''])('does not end on %j', (closesOn) => {
    expect(consultationDraft().refusal('consultation.opened', 'm03', opening(closesOn))?.code).toBe('window_too_short');
  });

  it('needs a text, and the deciding institution', () => {
    const empty = { ...opening('2026-12-04'), text: { ...version(1), clauses: [] } };
    expect(consultationDraft().refusal('consultation.opened', 'm03', empty)?.code).toBe('text_required');
    expect(consultationDraft().refusal('consultation.opened', 'm01', opening('2026-12-04'))).toMatchObject({
      code: 'not_your_role',
      params: { needed: ['decidingAuthority'] },
    });
  });
});

describe('an assessment', () => {
  it('is one per seat, and a later one takes the place of the earlier', () => {
    const walk = assess(consultationOpen(), 'AS-1', 'm14', 'favourable');
    assess(walk, 'AS-2', 'm18', 'favourable');
    assess(walk, 'AS-3', 'm14', 'contrary', 'c1');
    expect(walk.procedure.assessments.map(({ key, position }) => [key, position])).toEqual([
      ['AS-3', 'contrary'],
      ['AS-2', 'favourable'],
    ]);
  });

  it.each([
    ['m01', 'not_entitled'],
    ['m03', 'not_entitled'],
    ['m40', 'not_your_role'],
  ])('is not for %s: %s', (member, code) => {
    const given = { key: 'AS-1', position: 'favourable', clause: null, reason: null, condition: null } as const;
    expect(consultationOpen().refusal('assessment.submitted', member, given)?.code).toBe(code);
  });

  it('refers to a clause that exists, takes a known position, and a key of its own', () => {
    const walk = assess(consultationOpen(), 'AS-1', 'm14', 'favourable');
    const given = { key: 'AS-2', position: 'favourable', clause: null, reason: null, condition: null } as const;
    const refusal = (differing: object) => walk.refusal('assessment.submitted', 'm18', { ...given, ...differing });
    expect(refusal({ clause: 'c9' })).toMatchObject({ code: 'unknown_clause', params: { clause: 'c9' } });
    expect(refusal({ position: 'enthusiastic' })?.code).toBe('unknown_option');
    expect(refusal({ key: 'AS-1' })?.code).toBe('already_done');
    expect(refusal({ position: 'conditional' })?.code).toBe('reason_required');
    expect(refusal({})).toBeNull();
  });

  it('is shown with the interest that the seat has declared, before or after', () => {
    const walk = consultationOpen().act('interest.declared', 'm27', { interest: 'We deliver the meals.' });
    assess(walk, 'AS-1', 'm27', 'favourable');
    assess(walk, 'AS-2', 'm28', 'favourable').act('interest.declared', 'm28', { interest: 'We own the rooms.' });
    expect(walk.procedure.assessments.map(({ interest }) => interest)).toEqual([
      'We deliver the meals.',
      'We own the rooms.',
    ]);
  });
});

describe('a reply', () => {
  const closed = () => {
    const walk = consultationOpen();
    assess(walk, 'AS-1', 'm14', 'favourable');
    assess(walk, 'AS-2', 'm18', 'contrary');
    assess(walk, 'AS-3', 'm20', 'none');
    return walk.at('2026-12-15T09:00:00Z');
  };
  const reply = (assessments: readonly string[], outcome: ReplyOutcome, key = 'RE-1') => ({
    key,
    assessments,
    outcome,
    reason: null,
  });

  it.each([
    ['accepted', 'AS-2', null],
    ['noted', 'AS-1', null],
    ['noted', 'AS-2', 'reason_required'],
    ['noted', 'AS-3', 'reason_required'],
    ['partly_accepted', 'AS-1', 'reason_required'],
    ['not_accepted', 'AS-1', 'reason_required'],
  ] as const)('%s to %s without a reason: %s', (outcome, key, code) => {
    expect(closed().refusal('reply.published', 'm03', reply([key], outcome))?.code ?? null).toBe(code);
  });

  it('shared by a favourable and a contrary assessment needs a reason when it only notes them', () => {
    expect(closed().refusal('reply.published', 'm03', reply(['AS-1', 'AS-2'], 'noted'))?.code).toBe('reason_required');
  });

  it('answers at least one assessment, and only such as exist', () => {
    expect(closed().refusal('reply.published', 'm03', reply([], 'accepted'))?.code).toBe('unknown_assessment');
    expect(closed().refusal('reply.published', 'm03', reply(['AS-1', 'AS-7'], 'accepted'))).toMatchObject({
      code: 'unknown_assessment',
      params: { assessment: 'AS-7' },
    });
  });

  it('may be corrected until the decision: each assessment has one reply', () => {
    const walk = closed().act('reply.published', 'm03', reply(['AS-1', 'AS-2'], 'accepted'));
    walk.act('reply.published', 'm03', { ...reply(['AS-2'], 'not_accepted', 'RE-2'), reason: 'No cover.' });
    expect(walk.procedure.replies.map(({ key, assessments }) => [key, assessments])).toEqual([
      ['RE-1', ['AS-1']],
      ['RE-2', ['AS-2']],
    ]);
    walk.act('reply.published', 'm03', reply(['AS-1', 'AS-2', 'AS-3'], 'accepted', 'RE-3'));
    expect(walk.procedure.replies).toHaveLength(1);
    expect(walk.stage).toBe('responding');
  });
});
