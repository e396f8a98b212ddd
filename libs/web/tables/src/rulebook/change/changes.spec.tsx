import { jest } from '@jest/globals';
import { type MeAtTable, type RulebookChangeView } from '@tavolo/contracts';
import { type Choice, type RulebookChange } from '@tavolo/governance';
import { instant, memberId, seatId } from '@tavolo/kernel';
import { DataProvider } from '@tavolo/web-data';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { rulebook, seat, table, visitor } from '../../testing/table-builder.js';
import { shown } from '../../testing/shown.js';
import { ChangeOfRules } from './change-page.js';
import { Drafting } from './draft-page.js';

const [first, second] = [seat(1, 'public'), seat(2, 'citizens')];
const view = (me: Partial<MeAtTable> = {}) => table({ seatsView: [first, second], me: { ...visitor, ...me } });
const sitting = (of: typeof first): Partial<MeAtTable> => ({ member: of.holder?.member ?? null, seat: of.id });

const base: RulebookChange = {
  ...{ key: 'RC-1', base: { key: 'RB-1', version: 1 }, rulebook: { ...rulebook, mediationDays: 21 }, stage: 'draft' },
  ...{
    since: instant('2096-11-24T09:00:00Z'),
    draftedBy: memberId(second.holder!.member),
    proposal: null,
    ended: null,
  },
};

/** Handed in by the citizens; `choices` by seat. */
const handedIn = (choices: Readonly<Record<string, Choice>> = {}): RulebookChange => ({
  ...base,
  stage: 'proposed',
  proposal: {
    by: base.draftedBy,
    seat: seatId(second.id),
    at: base.since,
    reason: 'Two weeks were too short.',
    closesAt: instant('2096-12-04T22:59:59.999Z'),
    electorate: [
      { seat: seatId(first.id), sector: 'public' },
      { seat: seatId(second.id), sector: 'citizens' },
    ],
    parties: ['public', 'citizens'],
    votes: Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, { choice, at: base.since }])),
  },
});

/** What was sent; the server accepts everything. */
function server(): { readonly path: string; readonly body: unknown }[] {
  const sent: { path: string; body: unknown }[] = [];
  globalThis.fetch = jest.fn((address: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method !== 'GET') {
      sent.push({ path: address.replace('/api/v1', ''), body: JSON.parse(typeof body === 'string' ? body : '{}') });
    }
    return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ change: base }) } as Response);
  }) as unknown as typeof fetch;
  return sent;
}

const read = (change: RulebookChange, me: Partial<MeAtTable>, now = '2096-11-25T09:00:00.000Z') => {
  const seen: RulebookChangeView = { change, formerMembers: [], revision: 1, now: instant(now) };
  shown(
    <DataProvider>
      <ChangeOfRules view={view(me)} shown={seen} onDone={() => undefined} />
    </DataProvider>,
  );
};
beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function open() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const button = (name: string) => screen.queryByRole('button', { name });

describe('drafting a change of the rules', () => {
  const draft = (me: Partial<MeAtTable>) =>
    shown(
      <DataProvider>
        <Drafting view={view(me)} />
      </DataProvider>,
    );

  it('shows the sentences and what differs as they are written, and keeps the draft', async () => {
    const sent = server();
    draft(sitting(second));
    fireEvent.click(screen.getByRole('button', { name: 'Keep the draft' }));
    expect(screen.getByText('Nothing has been changed yet.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Days of mediation'), { target: { value: '21' } });
    expect(screen.getAllByText(/mediation for 21 days/u)).toHaveLength(2);
    expect(screen.getByRole('row', { name: /mediation for 15 days.*mediation for 21 days.*different/u })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep the draft' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ path: '/tables/T-1/rulebook-changes', body: { rulebook: { mediationDays: 21 } } });
  });

  it('keeps nothing while a field holds no value', () => {
    const sent = server();
    draft(sitting(second));
    fireEvent.change(screen.getByLabelText('Days of mediation'), { target: { value: 'many' } });
    fireEvent.click(screen.getByRole('button', { name: 'Keep the draft' }));
    expect(screen.getByText(/Something in the settings is not right yet/u)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is not for visitors', () => {
    server();
    draft({});
    expect(screen.getByText(/Drafting is for those who sit at this table/u)).toBeTruthy();
    expect(button('Keep the draft')).toBeNull();
  });
});

describe('the page of a change of the rules', () => {
  it('lets its author hand the draft in with a reason, and nobody else', async () => {
    const sent = server();
    read(base, sitting(second));
    fireEvent.click(button('Hand it in')!);
    fireEvent.change(screen.getByLabelText(/Why should the rules change/u), {
      target: { value: 'Two weeks were too short for us.' },
    });
    fireEvent.click(screen.getAllByRole('button', { name: 'Hand it in' }).at(-1)!);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      path: '/tables/T-1/rulebook-changes/RC-1/acts/rulebook.proposed',
      body: { reason: 'Two weeks were too short for us.' },
    });
  });

  it('offers nothing of another’s draft', () => {
    read(base, sitting(first));
    expect(screen.queryByText('What you can do')).toBeNull();
    expect(screen.getByText(/This is a draft/u)).toBeTruthy();
  });

  it('asks the seats for their vote while the notice runs, and shows why and until when', () => {
    read(handedIn({ [second.id]: 'yes' }), sitting(first));
    expect(button('Vote yes')).toBeTruthy();
    expect(button('Confirm it')).toBeNull();
    expect(screen.getByText('The reason: Two weeks were too short.')).toBeTruthy();
    expect(screen.getByText(/The seats vote on it until Tuesday 4 December 2096/u)).toBeTruthy();
  });

  it('lets the second person confirm or refuse once the seats have voted for it, and not who handed it in', () => {
    const later = '2096-12-05T09:00:00.000Z';
    const won = handedIn({ [first.id]: 'yes', [second.id]: 'yes' });
    read(won, { ...sitting(first), roles: ['coordinator'] }, later);
    expect([button('Confirm it'), button('Refuse to confirm it')].every((one) => one !== null)).toBe(true);
    document.body.innerHTML = '';
    read(won, sitting(second), later);
    expect(button('Confirm it')).toBeNull();
  });

  it('says that a lost vote leaves the rules as they are', () => {
    read(handedIn({ [first.id]: 'no', [second.id]: 'yes' }), sitting(first), '2096-12-05T09:00:00.000Z');
    expect(screen.getByText(/The seats have not voted for it/u)).toBeTruthy();
    expect(button('Confirm it')).toBeNull();
    expect(button('Close it without adopting it')).toBeTruthy();
  });
});
