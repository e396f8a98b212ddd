import { familyRules } from '../test/tables.js';
import { type SupposedSector, whatIf } from './what-if.js';

const table = (citizens: Partial<SupposedSector> = {}): readonly SupposedSector[] => [
  { sector: 'public', eligible: 4, present: 4, yes: 4, no: 0 },
  { sector: 'third_sector', eligible: 5, present: 4, yes: 3, no: 1 },
  { sector: 'citizens', eligible: 3, present: 3, yes: 1, no: 2, ...citizens },
];

describe('what would come out', () => {
  it('is a rejection when one party does not concur, although the majority says yes', () => {
    const { verdict, reason, total } = whatIf(familyRules, table());
    expect([verdict, reason]).toEqual(['rejected', 'sector_not_concurring:citizens']);
    expect(total).toMatchObject({ eligible: 12, yes: 8, no: 3, abstain: 0 });
  });

  it('counts whoever is present and says neither yes nor no as abstaining', () => {
    const { verdict, total } = whatIf(familyRules, table({ yes: 2, no: 0 }));
    expect([verdict, total.abstain]).toEqual(['adopted', 1]);
  });

  it('has no result without the quorum of each party, and one on second call', () => {
    const few: readonly SupposedSector[] = [
      { sector: 'public', eligible: 4, present: 1, yes: 1, no: 0 },
      { sector: 'third_sector', eligible: 5, present: 2, yes: 2, no: 0 },
      { sector: 'citizens', eligible: 3, present: 1, yes: 1, no: 0 },
    ];
    expect(whatIf(familyRules, few).verdict).toBe('no_quorum');
    expect(whatIf(familyRules, few, 2).verdict).toBe('adopted');
  });

  it.each([{ present: 4 }, { yes: 3, no: 1 }, { yes: -1 }, { eligible: 2.5 }])(
    'refuses numbers that contradict each other: %j',
    (citizens) => {
      expect(() => whatIf(familyRules, table(citizens))).toThrow(RangeError);
    },
  );
});
