import { charterRules } from '../test/charters.js';
import { draft, settled } from '../test/proposals.js';
import { elderlyRules, familyRules, familyTable, reservedRules } from '../test/tables.js';
import {
  decidingInstitution,
  modes,
  rulebookSentenceKeys,
  rulebookSentences,
  startProcedure,
  whoDecides,
  type OtherRulebook,
} from './index.js';

const others: readonly OtherRulebook[] = (['auto_administration'] as const).map((mode) => ({
  mode,
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-09-02',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  values: { entry: 6 },
}));

describe('a rulebook', () => {
  it('tells in one sentence who decides here', () => {
    const all = [elderlyRules, familyRules, reservedRules, ...others, charterRules].map(
      (rulebook) => whoDecides(rulebook).key,
    );
    expect(all).toEqual([
      'consultation.institution',
      'planning.table',
      'planning.table_with_organ',
      'auto_administration.holders',
      'auto_regulation.each',
    ]);
    expect(whoDecides(settled().procedure)).toEqual(whoDecides(familyRules));
  });

  it('names the institution that decides on a consultation, where one alone sits for it', () => {
    const town = { name: { en: 'Town of Castelmiro', it: 'Comune di Castelmiro' } };
    const seats = (...organisations: readonly (typeof town | null)[]) => [
      { decidingAuthority: false, organisation: { name: { en: 'Others' } } },
      ...organisations.map((organisation) => ({ decidingAuthority: true, organisation })),
    ];
    expect(decidingInstitution(seats(town, town))).toEqual(town.name);
    expect(decidingInstitution(seats(town, { name: { en: 'Province', it: 'Provincia' } }))).toBeNull();
    expect([decidingInstitution(seats()), decidingInstitution(seats(null))]).toEqual([null, null]);
    expect(whoDecides(elderlyRules, town.name)).toEqual({
      key: 'consultation.named_institution',
      params: { institution: town.name, replyDays: 30 },
    });
  });

  it('is a list of sentences in reading order, each with its values', () => {
    const sentences = [elderlyRules, familyRules, reservedRules, charterRules, ...others].flatMap(rulebookSentences);
    expect(sentences.map(({ key }) => key).filter((key) => !rulebookSentenceKeys.includes(key))).toEqual([]);
    expect(rulebookSentences(familyRules)).toContainEqual({
      key: 'hold',
      values: { fraction: '2/3', days: 15, perProposal: 1 },
    });
    expect(rulebookSentences(reservedRules).at(-1)).toMatchObject({ key: 'organ', values: { days: 60 } });
    expect(rulebookSentences(elderlyRules).map(({ key }) => key)).toContain('deviation');
  });

  it('of a mode that is not offered yet starts no procedure', () => {
    for (const rulebook of others) {
      const start = () => startProcedure({ rulebook, sponsors: [], now: draft().now });
      expect(start).toThrow(
        expect.objectContaining({
          refusal: { code: 'mode_not_offered', rule: '2.2', params: { mode: rulebook.mode } },
        }) as Error,
      );
    }
    expect(modes).toHaveLength(4);
    expect(familyTable.seats.filter(({ right, holder }) => right === 'vote' && holder)).toHaveLength(12);
  });
});
