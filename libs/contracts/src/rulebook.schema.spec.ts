import { presets, rulebookFrom, type ConsultationRulebook, type PlanningRulebook } from '@tavolo/governance';
import { rulebookCommandSchema } from './rulebook.schema.js';

const name = (version: number) => ({
  key: `RB-${version}`,
  version,
  adoptedOn: '2026-01-10',
  zone: 'Europe/Rome',
  holidays: { country: 'IT' as const, local: [] },
});
const made = (key: string, version: number) => {
  const preset = presets.find((one) => one.key === key);
  return preset ? rulebookFrom(preset, name(version)) : null;
};
const planning = (version: number) => made('it-art55-co-design', version) as PlanningRulebook;
const consultation = (version: number) => made('nl-reasoned-advice', version) as ConsultationRulebook;
const condition = { type: 'count', of: ['yes'], op: '>', value: '1/2' };
const nested = (depth: number): unknown => (depth === 0 ? condition : { type: 'every-group', each: nested(depth - 1) });

const accepts = (rulebook: unknown) => rulebookCommandSchema.safeParse(rulebook).success;

describe('a rulebook from outside', () => {
  it('is taken as it is when every rule is in order', () => {
    expect(rulebookCommandSchema.parse(planning(2))).toEqual(planning(2));
    expect(rulebookCommandSchema.parse(consultation(1))).toEqual(consultation(1));
  });

  it('is taken from every preset of a table as it is, and after a journey through JSON', () => {
    for (const preset of presets) {
      const rulebook = rulebookFrom(preset, name(1));
      if (!rulebook) continue;
      expect(rulebookCommandSchema.parse(JSON.parse(JSON.stringify(rulebook)))).toEqual(rulebook);
    }
  });

  it('may nest its conditions, but no deeper than people can follow', () => {
    const withCondition = (depth: number) => ({
      ...planning(1),
      conditions: { name: 'further', conditions: [nested(depth)] },
    });
    expect([accepts(withCondition(3)), accepts(withCondition(4))]).toEqual([true, false]);
  });

  it.each([
    ['a provision without its numbers', { ...planning(1), provisions: [{ key: 'notice', numbers: {} }] }],
    [
      'a provision with a number that it has not',
      { ...planning(1), provisions: [{ key: 'notice', numbers: { days: 3, weeks: 1 } }] },
    ],
    [
      'a provision with a share of nothing',
      { ...planning(1), provisions: [{ key: 'meetingQuorum', numbers: { part: 1, whole: 0 } }] },
    ],
    ['a preset that there is not', { ...planning(1), preset: 'monarchy' }],
    [
      'a condition of a number that is none',
      { ...planning(1), conditions: { name: 'x', conditions: [{ ...condition, value: 'half' }] } },
    ],
    ['an unknown rule', { ...planning(1), chairDecides: true }],
    [
      'a share of nothing',
      { ...planning(1), decision: { ...planning(1).decision, threshold: { fraction: '1/0', strict: true } } },
    ],
    ['a decimal share', { ...planning(1), hold: { need: '0.66', days: 15, perProposal: 1 } }],
    ['half a day', { ...planning(1), mediationDays: 0.5 }],
    ['no parties', { ...planning(1), parties: [] }],
    ['a mode that does not exist', { ...planning(1), mode: 'monarchy' }],
    ['rules of another mode', { ...planning(1), mode: 'consultation' }],
  ])('is refused with %s', (_, rulebook) => {
    expect(accepts(rulebook)).toBe(false);
  });
});
