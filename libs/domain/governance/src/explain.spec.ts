import { addsUp, branch, factLeaf, holds, numbersLeaf, numbersWithParts } from './explain.js';

const met = numbersLeaf('quorum.overall', 7, 'atLeast', 7);
const missed = numbersLeaf('quorum.sector', 0, 'atLeast', 1, { values: { sector: 'citizens' } });

describe('an explanation', () => {
  it('holds at a leaf exactly when its numbers say so', () => {
    expect([met.held, missed.held]).toEqual([true, false]);
    expect(numbersLeaf('concurrence.party', 2, 'moreThan', 2).held).toBe(false);
    expect(numbersLeaf('consent.objections', 0, 'atMost', 0).held).toBe(true);
  });

  it('holds at a branch when all, or any, of its children hold', () => {
    expect(branch('quorum', 'all', [met, missed]).held).toBe(false);
    expect(branch('deviation', 'any', [met, missed]).held).toBe(true);
    expect(branch('agreement.responsibilities', 'all', []).held).toBe(true);
  });

  it('is found out when a verdict was changed, at whatever depth', () => {
    const tree = branch('result.rejected', 'all', [
      branch('quorum', 'all', [met, missed]),
      factLeaf('concurrence.none', true),
    ]);
    expect([addsUp(tree), holds(tree)]).toEqual([true, false]);
    expect(addsUp({ ...tree, held: true })).toBe(false);
    expect(addsUp({ ...tree, children: [{ ...tree.children[0]!, held: true }, tree.children[1]!] })).toBe(false);
    expect(addsUp({ ...missed, held: true })).toBe(false);
    expect(addsUp(numbersWithParts(met, [{ ...missed, held: true }]))).toBe(false);
  });
});
