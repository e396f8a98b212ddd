import {
  charterDraft,
  charterInForce,
  charterRules,
  charterSigning,
  charterText,
  sign,
  speaksFor,
} from '../../test/charters.js';
import { isUnanimous } from './entry-condition.js';

describe('drafting a charter', () => {
  it('invites every subject of the table, an independent citizen as one', () => {
    const { procedure } = charterDraft().act('charter.invited', 'm22', {});
    expect(procedure.invited.map(({ id }) => id).toSorted()).toEqual(Object.values(speaksFor).toSorted());
    expect(procedure.invited.find(({ id }) => id === 'org-com')?.seats).toHaveLength(2);
  });

  it('lets only invited subjects join, and each once', () => {
    const walk = charterDraft().act('charter.invited', 'm22', {});
    expect(walk.refusal('drafting.joined', 'm37', {})?.code).toBe('no_vote');
    walk.act('drafting.joined', 'm22', {});
    expect(walk.refusal('drafting.joined', 'm21', {})?.code).toBe('already_done');
    expect(walk.stage).toBe('drafting');
  });

  it('freezes only the text to which the whole drafting group agreed', () => {
    const walk = charterDraft().act('charter.invited', 'm22', {});
    for (const member of ['m22', 'm07']) walk.act('drafting.joined', member, {});
    walk.act('drafting.consented', 'm22', { textHash: 'text-1' });
    walk.act('drafting.consented', 'm07', { textHash: 'an earlier text' });
    const why = walk.refusal('proposal.frozen', 'm40', { text: charterText(1) });
    expect(why).toMatchObject({ code: 'consent_missing', params: { subjects: ['org-asl'] } });
    expect(
      walk
        .act('drafting.consented', 'm07', { textHash: 'text-1' })
        .act('proposal.frozen', 'm40', { text: charterText(1) }).stage,
    ).toBe('frozen');
  });
});

describe('signing a charter', () => {
  it('puts it in force as soon as six have signed from three sectors, and not before', () => {
    const walk = sign(charterSigning(), 'm22', 'm24', 'm04', 'm32', 'm20');
    expect(walk.stage).toBe('signing');
    sign(walk, 'm07');
    expect([walk.stage, walk.procedure.inForceSince]).toEqual(['in_force', walk.now]);
    expect(walk.followed).toEqual(['charter.entered_into_force']);
  });

  it('counts the sectors too: six signatories from two are not enough', () => {
    const rules = { ...charterRules, entry: { minSignatories: 3, minSectors: 3 } };
    const walk = sign(charterSigning(rules), 'm22', 'm24', 'm20', 'm04');
    expect(walk.stage).toBe('signing');
    expect(walk.procedure.condition?.children.map(({ key, held }) => [key, held])).toEqual([
      ['entry.signatories', true],
      ['entry.sectors', false],
    ]);
  });

  it('binds only its signer: nobody signs for another', () => {
    const walk = charterSigning();
    expect(walk.refusal('charter.signed', 'm20', { subject: 'org-mes', reservations: [] })).toMatchObject({
      code: 'not_represented',
      params: { subject: 'org-mes' },
    });
    expect(walk.refusal('charter.signed', 'm21', { subject: 'org-gra', reservations: [] })).toBeNull();
  });

  it('takes a refusal with its reason, which may still become a signature', () => {
    const walk = charterSigning();
    expect(walk.refusal('charter.declined', 'm28', { subject: 'org-bus', reason: ' ' })?.code).toBe('reason_required');
    walk.act('charter.declined', 'm28', { subject: 'org-bus', reason: 'Our vehicles cannot meet clause 2 yet.' });
    expect(walk.procedure.declined).toHaveLength(1);
    expect(sign(walk, 'm28').procedure.declined).toHaveLength(0);
  });

  it('takes reservations to a clause where the rulebook allows them', () => {
    const reserved = (clause: string, text: string) => ({ subject: 'org-mes', reservations: [{ clause, text }] });
    const walk = charterSigning();
    expect(walk.refusal('charter.signed', 'm24', reserved('c9', 'Not this one.'))?.code).toBe('unknown_clause');
    expect(walk.refusal('charter.signed', 'm24', reserved('c2', ''))?.code).toBe('reason_required');
    walk.act('charter.signed', 'm24', reserved('c2', 'Within ten days.'));
    expect(walk.procedure.signatures[0]?.reservations).toHaveLength(1);
    const strict = charterSigning({ ...charterRules, reservations: false });
    expect(strict.refusal('charter.signed', 'm24', reserved('c2', 'Within ten days.'))?.code).toBe(
      'reservations_not_allowed',
    );
  });

  it('ends after its time without being in force, and may be extended once before', () => {
    const walk = sign(charterSigning(), 'm22').act('signing.extended', 'm40', {
      reason: 'Two boards meet in November.',
    });
    expect(walk.refusal('signing.extended', 'm40', { reason: 'Once more.' })?.code).toBe('already_done');
    expect(walk.at('2026-11-10T08:00:00Z').stage).toBe('signing');
    expect(walk.at('2026-12-10T08:00:00Z').stage).toBe('not_in_force');
    walk.act('drafting.reopened', 'm40', {});
    expect([walk.stage, walk.procedure.signatures.length]).toEqual(['drafting', 0]);
  });

  it('is called unanimous only when all invited signed', () => {
    const walk = charterInForce();
    expect(isUnanimous(walk.procedure)).toBe(false);
    expect(isUnanimous(sign(walk, 'm26', 'm28', 'm09').procedure)).toBe(true);
  });
});

describe('a charter in force', () => {
  it('lets a signatory go sixty days after it announced so', () => {
    const walk = sign(charterInForce(), 'm26').at('2026-11-16T09:00:00Z');
    walk.act('withdrawal.announced', 'm26', { subject: 'org-far', reason: 'Two branches are being sold.' });
    expect(walk.at('2027-01-14T20:00:00Z').procedure.signatures).toHaveLength(7);
    expect(walk.at('2027-01-15T08:00:00Z').procedure.signatures).toHaveLength(6);
    expect([walk.stage, walk.procedure.former[0]?.how]).toEqual(['in_force', 'withdrawn']);
  });

  it('is at risk when the condition fails, lapses after thirty days, or is saved by an accession', () => {
    const atRisk = () =>
      charterInForce()
        .act('withdrawal.announced', 'm20', { subject: 'org-pas', reason: 'We close in winter.' })
        .at('2026-12-04T08:00:00Z');
    expect(atRisk().stage).toBe('at_risk');
    expect(sign(atRisk(), 'm26').stage).toBe('in_force');
    const walk = atRisk().at('2027-02-01T08:00:00Z');
    expect([walk.stage, walk.followed.at(-1)]).toEqual(['lapsed', 'charter.lapsed']);
  });

  it('gives commitments to signatories alone', () => {
    const commitment = (holder: string) => ({ holder, clause: 'c2', what: 'Name a contact.', dueOn: '2027-01-31' });
    const walk = charterInForce();
    expect(walk.refusal('charter.commitment_assigned', 'm41', commitment('org-bus'))).toMatchObject({
      code: 'not_a_signatory',
      params: { subject: 'org-bus' },
    });
    walk.act('charter.commitment_assigned', 'm41', commitment('org-mes'));
    expect(walk.procedure.commitments).toHaveLength(1);
  });

  it('is amended when all signatories accept; who does not may leave without notice', () => {
    const walk = charterInForce();
    expect(walk.refusal('charter.left', 'm24', { subject: 'org-mes', reason: 'Too strict.' })?.code).toBe(
      'wrong_stage',
    );
    sign(walk, 'm26').act('proposal.frozen', 'm22', { text: charterText(2) });
    for (const member of ['m22', 'm04', 'm32', 'm20', 'm07', 'm26'])
      walk.act('charter.amendment_accepted', member, { subject: speaksFor[member] ?? '' });
    expect([walk.stage, walk.procedure.version]).toEqual(['in_force', 1]);
    walk.act('charter.left', 'm24', { subject: 'org-mes', reason: 'Too strict for us.' });
    expect([walk.stage, walk.procedure.version]).toEqual(['amended', 2]);
    expect(new Set(walk.procedure.signatures.map(({ version }) => version))).toEqual(new Set([2]));
  });

  it('keeps the version in force when an amendment is dropped', () => {
    const walk = charterInForce().act('proposal.frozen', 'm22', { text: charterText(2) });
    expect(walk.refusal('proposal.frozen', 'm24', { text: charterText(3) })?.code).toBe('already_done');
    walk.act('charter.amendment_dropped', 'm40', { reason: 'No majority in sight.' });
    expect([walk.procedure.amendment, walk.procedure.version]).toEqual([null, 1]);
  });

  it('excludes for a breach only after a published finding and by all others', () => {
    const walk = sign(charterInForce(), 'm26').act('breach.raised', 'm32', {
      subject: 'org-far',
      reason: 'No contact named.',
    });
    expect(walk.refusal('exclusion.supported', 'm32', { breach: 1 })?.code).toBe('text_required');
    walk.act('breach.found', 'm42', { breach: 1, finding: 'No contact was named for six months.' });
    expect(walk.refusal('exclusion.supported', 'm26', { breach: 1 })?.code).toBe('second_person_required');
    for (const member of ['m22', 'm24', 'm04', 'm32', 'm20']) walk.act('exclusion.supported', member, { breach: 1 });
    expect(walk.procedure.signatures).toHaveLength(7);
    walk.act('exclusion.supported', 'm07', { breach: 1 });
    expect(walk.procedure.signatures).toHaveLength(6);
    expect([walk.procedure.former[0]?.how, walk.followed.at(-1)]).toEqual(['excluded', 'signatory.excluded']);
  });
});
