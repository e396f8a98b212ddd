import { jest } from '@jest/globals';
import { type DecisionSummary } from '@tavolo/contracts';
import { tallyBallot, type Ballot, type Choice } from '@tavolo/governance';
import { instant, seatId } from '@tavolo/kernel';
import { DataProvider } from '@tavolo/web-data';
import { screen } from '@testing-library/react';
import { rulebook } from '../../testing/table-builder.js';
import { shown } from '../../testing/shown.js';
import { PastBallots } from './past-ballots.js';

const at = instant('2026-10-06T16:10:00Z');
const seats = [
  ...['p1', 'p2'].map((id) => ({ seat: seatId(id), sector: 'public' as const })),
  ...['c1', 'c2', 'c3'].map((id) => ({ seat: seatId(id), sector: 'citizens' as const })),
];

/** A ballot of two public seats and three of citizens, of which one said no. */
function held(choices: Readonly<Record<string, Choice>>): Ballot {
  const open: Ballot = {
    ...{ key: 'B-1', call: 1, version: 1, textHash: 'hash', rulebook: { key: 'RB-1', version: 1 } },
    ...{ quorum: rulebook.quorum, decision: rulebook.decision, parties: rulebook.parties, electorate: seats },
    ...{ recused: [], openedAt: at, closesAt: null, presence: null, state: 'closed', closedAt: at, result: null },
    votes: Object.fromEntries(Object.entries(choices).map(([seat, choice]) => [seat, { choice, at }])),
  };
  return { ...open, result: tallyBallot(open) };
}

const decision = (ballot: string | null): DecisionSummary => ({
  proposal: 'P-1',
  title: { en: 'Summer homework' },
  version: 1,
  ballot,
  verdict: 'adopted',
  deviation: false,
  at,
  rulebook: 'RB-1',
});

/** The server knows one proposal, with that ballot. */
function past(ballot: Ballot, under: typeof rulebook, decisions = [decision('B-1')]): readonly string[] {
  const asked: string[] = [];
  globalThis.fetch = jest.fn((address: string) => {
    asked.push(address);
    const content = { procedure: { mode: 'planning', ballots: [ballot] } };
    return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(content) } as Response);
  }) as unknown as typeof fetch;
  shown(
    <DataProvider>
      <PastBallots decisions={decisions} rulebook={under} />
    </DataProvider>,
  );
  return asked;
}

const adopted = held({ p1: 'yes', p2: 'yes', c1: 'yes', c2: 'yes', c3: 'no' });

describe('past ballots under other rules', () => {
  it('are counted again, and what was decided stands beside what would have come out', async () => {
    const unanimous = { ...rulebook.decision, threshold: { fraction: '1/1', strict: false } } as const;
    past(adopted, { ...rulebook, decision: unanimous });
    expect(await screen.findByRole('heading', { name: 'Summer homework' })).toBeTruthy();
    expect(screen.getByText(/B-1: adopted\..*Under these rules: rejected\./iu)).toBeTruthy();
    expect(screen.getByText('The text is rejected: not everything that is needed is there.')).toBeTruthy();
  });

  it('say so where the same would have come out', async () => {
    past(adopted, { ...rulebook, mediationDays: 40 });
    expect(await screen.findByText(/The same would have come out\./u)).toBeTruthy();
    expect(screen.queryByText(/Under these rules/u)).toBeNull();
  });

  it('are not shown where the table decided without a ballot', () => {
    const asked = past(adopted, rulebook, [decision(null)]);
    expect(screen.queryByText('Past ballots under the rules on the right')).toBeNull();
    expect(asked).toEqual([]);
  });
});
