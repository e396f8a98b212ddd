import { z } from 'zod';
import { readInput } from './read-input.js';

const schema = z.object({ ids: z.array(z.number()).max(2) });

describe('reading what a stranger sent', () => {
  it('gives the value', () => {
    expect(readInput(schema, { ids: [1, 2] })).toEqual({ success: true, data: { ids: [1, 2] } });
  });

  it('names what is wrong, and where', () => {
    expect(readInput(schema, { ids: [1, 'two'] })).toMatchObject({
      success: false,
      issues: [{ path: ['ids', 1], code: 'invalid_type' }],
    });
  });

  it('survives an object that passes itself off as a list and has a length that is none', () => {
    for (const length of [{ toString: null, valueOf: null }, { valueOf: 1, toString: 1 }, Symbol('many')]) {
      expect(readInput(schema, { ids: { length } })).toMatchObject({ success: false });
    }
  });

  it('hides no fault of the schema itself', () => {
    const broken = z.string().refine(() => {
      throw new RangeError('broken rule');
    });
    expect(() => readInput(broken, 'x')).toThrow('broken rule');
  });
});
