import { answersAmendments, isArgued, takesAmendments, type Procedure } from './index.js';

const at = (mode: Procedure['mode'], stage: string) => {
  const procedure = { mode, stage } as Pick<Procedure, 'mode' | 'stage'>;
  return [takesAmendments(procedure), isArgued(procedure), answersAmendments(procedure)];
};

describe('requests for a change: asked for, taken over, answered', () => {
  it.each([
    ['planning', 'draft', [false, false, false]],
    ['planning', 'submitted', [true, true, true]],
    ['planning', 'negotiating', [true, true, true]],
    ['planning', 'mediation', [true, true, true]],
    ['planning', 'settled', [false, false, true]],
    ['planning', 'adopted', [false, false, true]],
    ['consultation', 'open', [true, true, true]],
    ['consultation', 'responding', [false, true, true]],
    ['consultation', 'decided', [false, false, false]],
    ['auto_regulation', 'drafting', [true, true, true]],
    ['auto_regulation', 'signing', [false, false, false]],
    ['auto_administration', 'draft', [true, true, true]],
    ['auto_administration', 'voting', [false, false, false]],
  ] as const)('%s, %s', (mode, stage, expected) => {
    expect(at(mode, stage)).toEqual(expected);
  });
});
