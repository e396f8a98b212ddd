import { jest } from '@jest/globals';
import { type ModeChangeView } from '@tavolo/contracts';
import { modeChangeQuorum, type Ballot, type ConsultationRulebook } from '@tavolo/governance';
import { instant, memberId, seatId } from '@tavolo/kernel';
import { DataProvider } from '@tavolo/web-data';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { seat, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { ModeChangePanel } from './mode-change-panel.js';

const now = instant('2096-11-24T08:00:00.000Z');
const rules: ConsultationRulebook = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2096-01-01',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
  mode: 'consultation',
  windowDaysMin: 20,
  urgentWindowDaysMin: 7,
  extension: { days: 10, times: 1, belowSeats: '1/2', ifSectorSilent: true },
  replyDays: 30,
  lapseDays: 60,
  deviationStatementMinChars: 200,
};
const seats = [
  seat(1, 'public', { decidingAuthority: true, right: 'voice' }),
  seat(2, 'third_sector'),
  seat(3, 'citizens'),
];

const changeView = (
  differing: Partial<ModeChangeView['change']> = {},
  more: Partial<ModeChangeView> = {},
): ModeChangeView => {
  const change: ModeChangeView['change'] = {
    key: 'MC-9',
    kind: 'change',
    state: 'awaiting_consent',
    since: now,
    from: rules,
    rulebook: {
      ...rules,
      key: 'RB-2',
      version: 2,
      mode: 'auto_regulation',
      signingDays: 30,
      signingExtensions: 1,
      entry: { minSignatories: 2, minSectors: 2 },
      reservations: true,
      withdrawalNoticeDays: 60,
      atRiskDays: 30,
      reviewEveryMonths: null,
    },
    textHash: 'hash',
    proposedAs: 'third_sector',
    proposedBy: memberId('m2'),
    reason: 'We want to agree on it.',
    supporters: [{ seat: seatId('s2'), by: memberId('m2'), at: now }],
    noticeUntil: now,
    ballots: [],
    adoption: null,
    answer: null,
    effectiveFrom: null,
    effectiveAt: null,
    endsAt: null,
    withdrawal: null,
    ...differing,
  };
  return {
    key: 'MC-9',
    table: { key: 'T-1', name: { en: 'A table' }, mode: 'consultation', visibility: 'public' },
    state: change.state,
    change,
    voteFrom: null,
    blockers: [],
    history: [{ act: 'mode_change.proposed', at: now, by: 'm2', text: 'We want to agree on it.' }],
    seats,
    roles: [],
    me: visitor,
    formerMembers: [],
    revision: 1,
    now,
    ...more,
  };
};

const open = (voters: readonly number[]): Ballot => ({
  key: 'B-9',
  call: 1,
  version: 1,
  textHash: 'hash',
  rulebook: { key: 'RB-1', version: 1 },
  quorum: modeChangeQuorum(rules),
  decision: {
    first: 'ballot',
    base: 'cast',
    threshold: { fraction: '2/3', strict: false },
    concurrence: ['third_sector', 'citizens'],
  },
  parties: ['third_sector', 'citizens'],
  electorate: voters.map((n) => ({ seat: seatId(seats[n - 1]?.id ?? ''), sector: seats[n - 1]?.sector ?? 'citizens' })),
  recused: [],
  openedAt: now,
  closesAt: null,
  presence: null,
  votes: {},
  state: 'open',
  closedAt: null,
  result: null,
});

const show = (view: ModeChangeView, onDone: () => void = () => undefined) =>
  shown(
    <DataProvider>
      <ModeChangePanel view={view} onDone={onDone} />
    </DataProvider>,
  );

describe('a change of mode on its page', () => {
  it('tells everybody who proposed it and why, where it stands and what happened', () => {
    show(changeView());
    expect(screen.getByText('Proposed by: the bench “Third sector”')).toBeTruthy();
    expect(screen.getAllByText('We want to agree on it.').length).toBeGreaterThan(0);
    const steps = screen.getByRole('list', { name: 'Stages of the change of mode' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map((one) => one.textContent),
    ).toEqual(expect.arrayContaining([expect.stringContaining('Bench'), expect.stringContaining('In force')]));
  });

  it('offers a visitor nothing to do', () => {
    show(changeView({ state: 'voting', ballots: [open([2, 3])] }));
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Voted: 0 of 2 seats.')).toBeTruthy();
  });

  it('lets a seat vote, by name', async () => {
    const sent: unknown[] = [];
    globalThis.fetch = jest.fn((address: string, { body }: { body: string }) => {
      sent.push([address, JSON.parse(body)]);
      return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({}) } as Response);
    }) as unknown as typeof fetch;
    const done = jest.fn();
    const holder = seats[1]?.holder?.member ?? null;
    const me = { ...visitor, member: holder, seat: seats[1]?.id ?? null };
    show(changeView({ state: 'voting', ballots: [open([2, 3])] }, { me }), done);
    fireEvent.click(screen.getByRole('button', { name: 'Vote Yes' }));
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    expect(sent).toEqual([['/api/v1/mode-changes/MC-9/acts/vote.cast', { ballot: 'B-9', choice: 'yes' }]]);
  });

  it('says what an effect waits for', () => {
    const blockers = [{ what: 'ballot', key: 'B-7', from: now, until: null } as const];
    show(changeView({ state: 'standstill', effectiveFrom: now }, { blockers }));
    expect(screen.getByText('It waits until B-7 is closed.')).toBeTruthy();
  });
});
