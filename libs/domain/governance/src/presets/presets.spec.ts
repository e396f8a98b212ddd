import { seatId, type MemberId } from '@tavolo/kernel';
import { ballotWith, electors, votes } from '../../test/ballots.js';
import { decideRule } from '../conditions/decide.js';
import { tallyOf } from '../conditions/tally-of.js';
import { addsUp } from '../explain.js';
import { rulebookSentences } from '../rulebook-sentences.js';
import { type PlanningRulebook } from '../rulebook.js';
import { type Seat, type Sector } from '../seat.js';
import { explainShares } from '../shares.js';
import { tallyBallot } from '../tally-ballot.js';
import { type Ballot } from '../ballot.js';
import { presetKeys, type PresetKey } from './preset.js';
import { presetOf, presets, rulebookFrom } from './presets.js';

const name = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-11-24',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
} as const;

const rulebook = (key: PresetKey, sectors?: readonly Sector[]) => rulebookFrom(presetOf(key), name, sectors);

function planningOf(key: PresetKey, sectors?: readonly Sector[]): PlanningRulebook {
  const made = rulebook(key, sectors);
  if (made?.mode !== 'planning') throw new Error(`${key} does not negotiate`);
  return made;
}

/** A ballot under the rules of a preset. */
function ballotUnder(key: PresetKey, differing: Partial<Ballot>, sectors?: readonly Sector[]) {
  const { quorum, decision, parties, conditions } = planningOf(key, sectors);
  return tallyBallot(ballotWith({ quorum, decision, parties, ...(conditions ? { conditions } : {}), ...differing }));
}

describe('the presets', () => {
  it('are the fifteen of the reference, in its order, each with a source', () => {
    expect(presets.map(({ key }) => key)).toEqual(presetKeys);
    expect(presets).toHaveLength(15);
    expect(presets.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });

  it('open tables in their mode, and instruments open none', () => {
    for (const preset of presets) {
      const made = rulebookFrom(preset, name);
      expect(made?.mode ?? null).toBe(preset.rules?.mode ?? null);
      if (preset.rules) expect(made).toMatchObject({ mode: preset.kind, preset: preset.key, version: 1 });
    }
    const instruments = presets.filter(({ rules }) => rules === null).map(({ key }) => key);
    expect(instruments).toEqual(['ie-ppn-bench', 'br-participatory-budget', 'it-participatory-budget']);
  });

  it('are read as sentences, their provisions last', () => {
    for (const { key, provisions, rules } of presets) {
      if (!rules) continue;
      const made = rulebook(key);
      const keys = made ? rulebookSentences(made).map((sentence) => sentence.key) : [];
      expect(keys.slice(keys.length - provisions.length)).toEqual(provisions.map((one) => `provision.${one.key}`));
    }
  });

  it('make the sectors of the table its parties, where the preset fixes none', () => {
    const { parties, decision } = planningOf('it-art55-co-design', ['public', 'third_sector']);
    expect([parties, decision.concurrence]).toEqual([
      ['public', 'third_sector'],
      ['public', 'third_sector'],
    ]);
    expect(planningOf('it-trento-territorial', ['public', 'citizens']).decision.concurrence).toEqual([]);
    expect(planningOf('ilo-tripartite', ['public', 'citizens']).parties).toEqual(['public', 'third_sector', 'market']);
  });
});

describe('ilo-tripartite', () => {
  /** Two members of the organisation: four delegates of governments, two of workers, two of employers. */
  const electorate = electors({
    public: ['g1', 'g2', 'g3', 'g4'],
    third_sector: ['w1', 'w2'],
    market: ['e1', 'e2'],
  });
  const attending = electorate.map(({ seat }) => seat);

  it('is void if fewer than half of those attending say yes or no', () => {
    const three = ballotUnder('ilo-tripartite', {
      electorate,
      presence: attending,
      votes: votes({ yes: ['g1', 'g2', 'w1'], abstain: ['g3', 'g4', 'w2', 'e1', 'e2'] }),
    });
    expect([three.verdict, three.reason]).toEqual(['no_quorum', 'no_quorum']);
    expect(addsUp(three.explanation)).toBe(true);
  });

  it('decides by a simple majority when exactly half of those attending say yes or no', () => {
    const four = { yes: ['g1', 'g2', 'w1'], no: ['e1'], abstain: ['g3', 'g4', 'w2', 'e2'] };
    const result = ballotUnder('ilo-tripartite', { electorate, presence: attending, votes: votes(four) });
    expect(result.verdict).toBe('adopted');
  });

  it('counts those attending, not those entitled, and lets each delegate vote alone', () => {
    const result = ballotUnder('ilo-tripartite', {
      electorate,
      presence: ['g1', 'g2', 'w1', 'e1'].map(seatId),
      votes: votes({ yes: ['g1', 'e1'], no: ['g2'] }),
    });
    expect(result.verdict).toBe('adopted');
  });

  it('flags shares that are not two to one to one, and vacant seats', () => {
    const seat = (sector: Sector, holder: string | null): Pick<Seat, 'sector' | 'right' | 'holder'> => ({
      sector,
      right: 'vote',
      holder: holder as MemberId | null,
    });
    const kept = [seat('public', 'a'), seat('public', 'b'), seat('third_sector', 'c'), seat('market', 'd')];
    const of = (seats: typeof kept) => explainShares(planningOf('ilo-tripartite'), seats)?.held;
    expect(of(kept)).toBe(true);
    expect(of([...kept, seat('market', 'e')])).toBe(false);
    expect(of([...kept.slice(0, 3), seat('market', null)])).toBe(false);
    expect(explainShares(planningOf('it-art55-co-design'), kept)).toBeNull();
  });
});

describe('wales-services-board', () => {
  const electorate = electors({ public: ['a', 'b', 'c'], third_sector: ['d'] });
  const under = (differing: Partial<Ballot>) =>
    ballotUnder('wales-services-board', { electorate, ...differing }, ['public', 'third_sector']).verdict;

  it('decides only when all members are there', () => {
    const yes = votes({ yes: ['a', 'b', 'c', 'd'] });
    expect(under({ presence: ['a', 'b', 'c', 'd'].map(seatId), votes: yes })).toBe('adopted');
    expect(under({ presence: ['a', 'b', 'd'].map(seatId), votes: votes({ yes: ['a', 'b', 'd'] }) })).toBe('no_quorum');
  });

  it('has no second call with a lower quorum', () => {
    const votesOfThree = votes({ yes: ['a', 'b', 'd'] });
    expect(under({ call: 2, presence: ['a', 'b', 'd'].map(seatId), votes: votesOfThree })).toBe('no_quorum');
  });
});

describe('it-trento-territorial', () => {
  it('needs the majority of those present: who abstains weighs against', () => {
    const electorate = electors({ public: ['a', 'b', 'c'], third_sector: ['d', 'e', 'f'] });
    const presence = electorate.map(({ seat }) => seat);
    const said = (byChoice: Parameters<typeof votes>[0]) =>
      ballotUnder('it-trento-territorial', { electorate, presence, votes: votes(byChoice) }, [
        'public',
        'third_sector',
      ]);
    const abstained = said({ yes: ['a', 'b', 'd'], no: ['e'], abstain: ['c', 'f'] });
    expect([abstained.verdict, abstained.reason, abstained.base]).toEqual(['rejected', 'no_majority', 6]);
    expect(said({ yes: ['a', 'b', 'd', 'c'], no: ['e'], abstain: ['f'] }).verdict).toBe('adopted');
  });
});

describe('de-youth-committee', () => {
  const electorate = [
    ...['a', 'b', 'c'].map((seat) => ({ seat: seatId(seat), sector: 'public' as const, organisation: 'council' })),
    ...['d', 'e'].map((seat) => ({ seat: seatId(seat), sector: 'third_sector' as const, organisation: seat })),
  ];
  const { rules, conditions, shares } = presetOf('de-youth-committee');
  const decided = (byChoice: Parameters<typeof votes>[0]) => {
    if (rules?.mode !== 'auto_administration' || !conditions) throw new Error('no rules');
    const decision = { ...rules.ordinary, first: 'ballot', concurrence: [] } as const;
    return tallyBallot(
      ballotWith({ electorate, parties: [], quorum: rules.quorum, decision, conditions, votes: votes(byChoice) }),
    );
  };

  it('rejects on a tie', () => {
    expect(decided({ yes: ['a', 'd'], no: ['b', 'c'] }).verdict).toBe('rejected');
    expect(decided({ yes: ['a', 'd', 'e'], no: ['b', 'c'] }).verdict).toBe('adopted');
  });

  it('decides nothing when only one organisation is there', () => {
    expect(decided({ yes: ['a', 'b', 'c'] })).toMatchObject({ verdict: 'no_quorum', quorumOverall: true });
  });

  it('has three fifths of its seats from the council and two fifths from the third sector', () => {
    const seats = electorate.map(
      ({ seat, sector }) => ({ sector, right: 'vote', holder: seat as string as MemberId }) as const,
    );
    expect(explainShares({ ...(shares ? { shares } : {}) }, seats)?.held).toBe(true);
  });
});

describe('ie-ppn-bench', () => {
  it('gives each organisation one vote, however many people it sends', () => {
    const { conditions } = presetOf('ie-ppn-bench');
    if (!conditions) throw new Error('no conditions');
    const seats = [
      ...['a', 'b', 'c'].map((seat) => ({
        seat: seatId(seat),
        sector: 'third_sector' as const,
        organisation: 'large',
      })),
      ...['d', 'e'].map((seat) => ({ seat: seatId(seat), sector: 'third_sector' as const, organisation: seat })),
    ];
    const said = (byChoice: Parameters<typeof votes>[0]) =>
      decideRule(conditions, tallyOf({ electorate: seats, presence: null, votes: votes(byChoice) })).passed;
    expect(said({ yes: ['a', 'b', 'c'], no: ['d', 'e'] })).toBe(false);
    expect(said({ yes: ['d', 'e'], no: ['a', 'b', 'c'] })).toBe(true);
    expect(said({ yes: ['d'], no: ['a'] })).toBe(false);
  });
});
