import { seatId } from '@tavolo/kernel';
import fc from 'fast-check';
import { ballotWith, electors, familyElectors, votes } from '../test/ballots.js';
import { familyRules } from '../test/tables.js';
import {
  addsUp,
  holds,
  sectors,
  tallyBallot,
  type Ballot,
  type DecisionRule,
  type Elector,
  type FractionText,
} from './index.js';

const noSectorMinimum = { overall: familyRules.quorum.overall, emptySector: 'block' } as const;
const noConcurrence: DecisionRule = { ...familyRules.decision, concurrence: [] };

describe('the ballots of the demonstration', () => {
  it('B-1: eight against three is rejected, for the citizens do not concur', () => {
    const yes = ['m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm16', 'm34'];
    const result = tallyBallot(ballotWith({ votes: votes({ yes, no: ['m22', 'm30', 'm35'] }) }));
    expect(result).toMatchObject({
      verdict: 'rejected',
      reason: 'sector_not_concurring:citizens',
      total: { eligible: 12, tookPart: 11, yes: 8, no: 3, abstain: 0 },
      bySector: {
        public: { eligible: 4, tookPart: 4, yes: 4, no: 0, abstain: 0 },
        third_sector: { eligible: 5, tookPart: 4, yes: 3, no: 1, abstain: 0 },
        citizens: { eligible: 3, tookPart: 3, yes: 1, no: 2, abstain: 0 },
      },
      base: 11,
      quorumOverall: true,
      quorumPerSector: { public: true, third_sector: true, citizens: true },
      majority: true,
      sectorConcurrence: { public: true, third_sector: true, citizens: false },
    });
    expect(result.explanation).toMatchObject({ key: 'result.rejected', held: false });
  });

  it('B-2: eleven, none against and one abstention is adopted', () => {
    const yes = familyElectors.map(({ seat }) => seat).filter((seat) => seat !== 'm05');
    const result = tallyBallot(ballotWith({ version: 3, votes: votes({ yes, abstain: ['m05'] }) }));
    expect(result).toMatchObject({
      verdict: 'adopted',
      reason: null,
      total: { eligible: 12, tookPart: 12, yes: 11, no: 0, abstain: 1 },
      bySector: { public: { eligible: 4, tookPart: 4, yes: 3, no: 0, abstain: 1 } },
      base: 11,
      majority: true,
      sectorConcurrence: { public: true, third_sector: true, citizens: true },
    });
  });

  it('B-3: seven against two is adopted by a rulebook that asks for no concurrence, though one sector is split', () => {
    const result = tallyBallot(
      ballotWith({
        quorum: noSectorMinimum,
        decision: noConcurrence,
        parties: ['public', 'third_sector'],
        electorate: electors({
          public: ['m01', 'm03', 'm04', 'm05', 'm07', 'm10'],
          third_sector: ['m12', 'm14', 'm18', 'm22'],
        }),
        votes: votes({ yes: ['m01', 'm03', 'm04', 'm05', 'm07', 'm12', 'm14'], no: ['m18', 'm22'] }),
      }),
    );
    expect(result).toMatchObject({
      verdict: 'adopted',
      total: { eligible: 10, tookPart: 9, yes: 7, no: 2, abstain: 0 },
      bySector: { public: { eligible: 6, tookPart: 5, yes: 5 }, third_sector: { eligible: 4, yes: 2, no: 2 } },
      quorumOverall: true,
      quorumPerSector: {},
      base: 9,
      majority: true,
      sectorConcurrence: {},
    });
  });

  it('B-4: a change of mode by two thirds of the votes cast and more yes than no in each of four sectors', () => {
    const result = tallyBallot(
      ballotWith({
        decision: {
          first: 'ballot',
          base: 'cast',
          threshold: { fraction: '2/3', strict: false },
          concurrence: sectors,
        },
        parties: sectors,
        electorate: electors({
          public: ['m01', 'm08'],
          third_sector: ['m14', 'm18', 'm20', 'm25'],
          citizens: ['m31', 'm32', 'm36'],
          market: ['m27', 'm28'],
        }),
        votes: votes({
          yes: ['m01', 'm08', 'm14', 'm18', 'm20', 'm31', 'm32', 'm36', 'm27'],
          no: ['m25'],
          abstain: ['m28'],
        }),
      }),
    );
    expect(result).toMatchObject({
      verdict: 'adopted',
      total: { eligible: 11, tookPart: 11, yes: 9, no: 1, abstain: 1 },
      bySector: { market: { eligible: 2, tookPart: 2, yes: 1, no: 0, abstain: 1 } },
      base: 10,
      sectorConcurrence: { public: true, third_sector: true, citizens: true, market: true },
    });
  });

  it('B-5: spending needs more than half of those eligible, and a recused seat is not', () => {
    const result = tallyBallot(
      ballotWith({
        quorum: noSectorMinimum,
        decision: { ...noConcurrence, base: 'eligible' },
        parties: [],
        electorate: electors({ third_sector: ['a', 'b', 'c'], citizens: ['d', 'e', 'f', 'g'] }),
        recused: electors({ third_sector: ['h'] }),
        votes: votes({ yes: ['a', 'b', 'c', 'd', 'e'], abstain: ['f'] }),
      }),
    );
    expect(result).toMatchObject({ verdict: 'adopted', recused: 1, base: 7, total: { eligible: 7, tookPart: 6 } });
  });
});

describe('a ballot', () => {
  it('is rejected by a tie whatever the threshold says', () => {
    const decision: DecisionRule = { ...noConcurrence, threshold: { fraction: '1/2', strict: false } };
    const tied = votes({ yes: ['m02', 'm12', 'm30', 'm34'], no: ['m04', 'm14', 'm35', 'm22'] });
    expect(tallyBallot(ballotWith({ decision, votes: tied }))).toMatchObject({
      verdict: 'rejected',
      reason: 'no_majority',
    });
  });

  it('does not adopt when all abstain, though the quorum is there', () => {
    const abstain = familyElectors.map(({ seat }) => seat);
    expect(tallyBallot(ballotWith({ votes: votes({ abstain }) }))).toMatchObject({
      verdict: 'rejected',
      reason: 'no_majority',
      quorumOverall: true,
      base: 0,
    });
  });

  it('has no quorum without the minimum of each party, however many took part', () => {
    const yes = ['m02', 'm04', 'm05', 'm09', 'm12', 'm14', 'm16', 'm22', 'm24'];
    expect(tallyBallot(ballotWith({ votes: votes({ yes }) }))).toMatchObject({
      verdict: 'no_quorum',
      reason: 'no_quorum',
      quorumOverall: true,
      quorumPerSector: { public: true, third_sector: true, citizens: false },
      explanation: { key: 'result.no_quorum', held: false },
    });
  });

  it('counts for the quorum who is in the meeting, not who votes', () => {
    const presence = ['m02', 'm04', 'm05', 'm12', 'm14', 'm16', 'm30'].map(seatId);
    const result = tallyBallot(ballotWith({ presence, votes: votes({ yes: ['m02', 'm12', 'm30'] }) }));
    expect(result).toMatchObject({ verdict: 'adopted', base: 3, quorumOverall: true });
  });

  it('ignores a vote of a seat that is not in its electorate', () => {
    const given = votes({ yes: ['m02', 'm26'] });
    expect(tallyBallot(ballotWith({ votes: given })).total).toMatchObject({ tookPart: 1, yes: 1 });
  });

  it.each([
    ['block', 'no_quorum'],
    ['waive', 'adopted'],
  ] as const)(
    'in which all seats of a party are recused: the rulebook says %s, so it is %s',
    (emptySector, verdict) => {
      const electorate = familyElectors.filter(({ sector }) => sector !== 'citizens');
      const result = tallyBallot(
        ballotWith({
          quorum: { ...familyRules.quorum, emptySector },
          electorate,
          recused: familyElectors.filter(({ sector }) => sector === 'citizens'),
          votes: votes({ yes: electorate.map(({ seat }) => seat) }),
        }),
      );
      expect(result).toMatchObject({ verdict, recused: 3 });
    },
  );
});

const choice = fc.constantFrom('yes', 'no', 'abstain', null);
const fractionTexts: readonly FractionText[] = ['1/2', '2/3', '3/5', '1/3'];
const share = fc.record({ fraction: fc.constantFrom(...fractionTexts), strict: fc.boolean() });
const electorate = fc
  .uniqueArray(fc.record({ n: fc.nat(99), sector: fc.constantFrom(...sectors) }), {
    selector: ({ n }) => n,
    maxLength: 24,
  })
  .map((all): readonly Elector[] => all.map(({ n, sector }) => ({ seat: seatId(`s${n}`), sector })));

const anyBallot = electorate.chain((electors) =>
  fc
    .record({
      given: fc.array(choice, { minLength: electors.length, maxLength: electors.length }),
      threshold: share,
      overall: share,
      base: fc.constantFrom('cast' as const, 'eligible' as const),
      parties: fc.subarray([...sectors]),
      concurrence: fc.subarray([...sectors]),
      emptySector: fc.constantFrom('block' as const, 'waive' as const),
      call: fc.constantFrom(1 as const, 2 as const),
    })
    .map(({ given, threshold, overall, base, parties, concurrence, emptySector, call }): Ballot => {
      const of = (wanted: string): string[] => electors.flatMap(({ seat }, n) => (given[n] === wanted ? [seat] : []));
      return ballotWith({
        call,
        electorate: electors,
        parties,
        quorum: { ...familyRules.quorum, overall, emptySector },
        decision: { first: 'ballot', base, threshold, concurrence },
        votes: votes({ yes: of('yes'), no: of('no'), abstain: of('abstain') }),
      });
    }),
);

describe('every ballot', () => {
  it('has a result whose leaves add up to the verdict', () => {
    fc.assert(
      fc.property(anyBallot, (ballot) => {
        const { verdict, explanation, quorumOverall, majority, sectorConcurrence } = tallyBallot(ballot);
        expect(addsUp(explanation)).toBe(true);
        expect(holds(explanation)).toBe(verdict === 'adopted');
        if (verdict === 'adopted') {
          expect([quorumOverall, majority, ...Object.values(sectorConcurrence)]).not.toContain(false);
        }
      }),
    );
  });

  it('comes to the same result in whatever order votes are cast and seats are listed', () => {
    fc.assert(
      fc.property(anyBallot, fc.infiniteStream(fc.nat()), (ballot, stream) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: stream.next().value as number }))
            .sort((left, right) => left.at - right.at)
            .map(({ item }) => item);
        const again: Ballot = {
          ...ballot,
          electorate: shuffled(ballot.electorate),
          votes: Object.fromEntries(shuffled(Object.entries(ballot.votes))),
        };
        expect(tallyBallot(again)).toEqual(tallyBallot(ballot));
      }),
    );
  });

  it('adopts exactly when plain arithmetic on whole numbers says so', () => {
    fc.assert(
      fc.property(anyBallot, (ballot) => {
        const counted = (sector: string | null, wanted: string): number =>
          ballot.electorate.filter(
            (one) => (sector === null || one.sector === sector) && ballot.votes[one.seat]?.choice === wanted,
          ).length;
        const [yes, no] = [counted(null, 'yes'), counted(null, 'no')];
        const base = ballot.decision.base === 'cast' ? yes + no : ballot.electorate.length;
        const { fraction, strict } = ballot.decision.threshold;
        const [above, below] = fraction.split('/').map(Number) as [number, number];
        const reached = strict ? yes * below > above * base : yes * below >= above * base;
        const empty = (sector: string): boolean => !ballot.electorate.some((one) => one.sector === sector);
        const concurring = ballot.decision.concurrence.every(
          (sector) =>
            counted(sector, 'yes') > counted(sector, 'no') || (empty(sector) && ballot.quorum.emptySector === 'waive'),
        );
        const { verdict, quorumOverall, quorumPerSector } = tallyBallot(ballot);
        const quorum = quorumOverall && !Object.values(quorumPerSector).includes(false);
        expect(verdict === 'adopted').toBe(quorum && yes > no && reached && concurring);
      }),
    );
  });
});
