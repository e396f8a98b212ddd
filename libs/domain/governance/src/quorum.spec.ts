import { seatId } from '@tavolo/kernel';
import { electors, familyElectors } from '../test/ballots.js';
import { familyRules } from '../test/tables.js';
import { quorumOf, type QuorumRule } from './index.js';

const ask = (members: readonly string[], call: 1 | 2 = 1, rule: QuorumRule = familyRules.quorum) =>
  quorumOf({ rule, call, parties: familyRules.parties, electorate: familyElectors, present: members.map(seatId) });

const seven = ['m02', 'm04', 'm05', 'm12', 'm14', 'm16', 'm30'];

describe('the quorum of a table of 12 with three parties', () => {
  it('is there with 7 of 12 and a third of each party', () => {
    expect(ask(seven)).toMatchObject({
      held: true,
      overall: true,
      perSector: { public: true, third_sector: true, citizens: true },
    });
  });

  it('fails when the only citizen leaves, and tells both numbers that are missing', () => {
    const { held, explanation } = ask(seven.slice(0, -1));
    expect(held).toBe(false);
    expect(explanation.children.filter((leaf) => !leaf.held)).toMatchObject([
      { key: 'quorum.overall', rule: 'quorum.overall', values: { have: 6, needed: 7, eligible: 12 } },
      { key: 'quorum.sector', rule: 'quorum.perSector', values: { sector: 'citizens', have: 0, needed: 1 } },
    ]);
  });

  it('needs two of four and two of five for a third of a party', () => {
    const needed = ask([]).explanation.children.map(({ values }) => values.needed);
    expect(needed).toEqual([7, 2, 2, 1]);
  });

  it('never asks for fewer of a party than the rulebook says at least', () => {
    const rule: QuorumRule = { ...familyRules.quorum, perSector: { fraction: '1/3', min: 2 } };
    expect(ask(seven, 1, rule)).toMatchObject({ held: false, perSector: { public: true, citizens: false } });
  });

  it('is there on second call with a third and one of each party', () => {
    expect(ask(['m02', 'm12', 'm16', 'm34'], 2).held).toBe(true);
    expect(ask(['m02', 'm12', 'm16'], 2)).toMatchObject({ held: false, overall: false });
    expect(ask(['m02', 'm04', 'm12', 'm16'], 2)).toMatchObject({ held: false, overall: true });
  });

  it('counts voting seats only, and each once', () => {
    expect(ask([...seven.slice(0, -1), 'm26', 'm02', 'm02']).explanation.children[0]).toMatchObject({
      values: { have: 6 },
    });
  });

  it('asks for the first call again where the rulebook knows no second', () => {
    const { overall, perSector } = familyRules.quorum;
    const rule: QuorumRule = { overall, ...(perSector ? { perSector } : {}), emptySector: 'block' };
    expect(ask(['m02', 'm12', 'm16', 'm34'], 2, rule).held).toBe(false);
  });

  it('is never there for a table without eligible seats', () => {
    const nobody = quorumOf({
      rule: { overall: { fraction: '1/3', strict: false }, emptySector: 'waive' },
      call: 1,
      parties: ['public'],
      electorate: electors({}),
      present: [],
    });
    expect(nobody).toMatchObject({ held: false, perSector: { public: true } });
  });
});
