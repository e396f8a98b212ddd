import { consultation, planning } from '../testing/rulebooks.js';
import { rulebookCommandSchema } from './rulebook.schema.js';

const accepts = (rulebook: unknown) => rulebookCommandSchema.safeParse(rulebook).success;

describe('a rulebook from outside', () => {
  it('is taken as it is when every rule is in order', () => {
    expect(rulebookCommandSchema.parse(planning(2))).toEqual(planning(2));
    expect(rulebookCommandSchema.parse(consultation(1))).toEqual(consultation(1));
  });

  it.each([
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
