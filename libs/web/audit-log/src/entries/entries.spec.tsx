import { tablesRoutes, type LogEntryView } from '@tavolo/contracts';
import { addressOf } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { CheckYourself } from '../proof/check-yourself.js';
import { entry } from '../testing/entry-builder.js';
import { Entries, type ReadLog } from './entries.js';

const shown = (children: ReactNode) =>
  render(
    <TavoloProvider env="test">
      <MemoryRouter>{children}</MemoryRouter>
    </TavoloProvider>,
  );

const pageOf = (entries: readonly LogEntryView[]) => ({
  entries: [...entries],
  next: null,
  head: null,
  pending: 0,
  acts: [],
});
const logOf = (entries: readonly LogEntryView[], more: Partial<ReadLog> = {}): ReadLog => ({
  data: { pages: [pageOf(entries)] },
  error: null,
  refetch: () => undefined,
  hasNextPage: false,
  isFetchingNextPage: false,
  fetchNextPage: () => Promise.resolve({}),
  ...more,
});

describe('entries of a log', () => {
  it('shows hostile text as the text that it is', () => {
    const text = '<img src=x onerror="alert(1)"> [link](javascript:alert(1))';
    shown(<Entries log={logOf([entry({ disclosed: { reason: text } })])} filtered={false} />);
    expect(screen.getByText(text)).toBeTruthy();
    expect(document.querySelector('img, script')).toBeNull();
    expect([...document.querySelectorAll('a')].some((link) => /^javascript/i.test(link.href))).toBe(false);
  });

  it('tells who did what by name, or by the seat where names are hidden', () => {
    const named = entry({
      id: 'e2',
      actor: { member: 'm_2', name: 'Rosa Nardesco', label: { en: 'Seat 6, third sector' } },
    });
    shown(<Entries log={logOf([named, entry()])} filtered={false} />);
    expect(screen.getByText('Rosa Nardesco')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Seat 3, citizens' }).getAttribute('href')).toContain('actor=m_1');
    expect(screen.getAllByRole('heading', { name: 'Voted' })).toHaveLength(2);
  });

  it('tells what followed by itself from what a visitor did', () => {
    const followed = entry({ id: 'e2', act: 'proposal.adopted', actor: null });
    const taken = entry({ id: 'e3', act: 'export.made', actor: null, data: { by: 'visitor', disclosures: false } });
    shown(<Entries log={logOf([followed, taken])} filtered={false} />);
    expect(screen.getByText('Followed by itself, from the rules')).toBeTruthy();
    expect(screen.getByText('Someone who was not signed in')).toBeTruthy();
    expect(screen.getByText('without names and texts')).toBeTruthy();
  });

  it('says that something is withheld instead of leaving it out', () => {
    shown(<Entries log={logOf([entry({ disclosed: { name: null, title: null } })])} filtered={false} />);
    expect(screen.getByText('Not shown to you, or erased on request: Title, Name.')).toBeTruthy();
  });

  it('sorts entries under the local day on which they were made', () => {
    const late = entry({ id: 'e2', at: '2026-11-03T23:30:00.000Z' as LogEntryView['at'] });
    shown(<Entries log={logOf([late, entry()])} filtered={false} />);
    expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      '4 November 2026',
      '3 November 2026',
    ]);
  });

  it('goes on reading at the first of the older entries', async () => {
    const older = entry({ id: 'e2', act: 'vote.opened', disclosed: {} });
    const before = logOf([entry()], { hasNextPage: true });
    const after = logOf([entry(), older]);
    const { rerender } = shown(<Entries log={before} filtered={false} />);
    const show = (log: ReadLog) =>
      rerender(
        <TavoloProvider env="test">
          <MemoryRouter>
            <Entries log={log} filtered={false} />
          </MemoryRouter>
        </TavoloProvider>,
      );
    const fetchNextPage = () => {
      show(after);
      return Promise.resolve({ data: after.data });
    };
    show({ ...before, fetchNextPage });
    fireEvent.click(screen.getByRole('button', { name: 'Older entries' }));
    expect(await screen.findByText('One older entry is shown.')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Opened a ballot');
    expect(screen.getByText('This is the beginning of the log.')).toBeTruthy();
  });
});

describe('checking a log elsewhere', () => {
  const view = {
    key: 'T-FAM',
    log: { origin: 'host/log/t-fam', vkey: 'host/log/t-fam+0b+AZ/x', mayRead: true },
    me: { member: null, seat: null, asDeputy: false, roles: [], administrator: false, seesNames: false },
  };

  it('offers the bundle, says what is in it and that taking it is recorded', () => {
    shown(<CheckYourself view={view} />);
    const download = screen.getByRole('link', { name: 'Download the log' });
    expect(download.getAttribute('href')).toBe(addressOf(tablesRoutes.logBundle, { table: 'T-FAM' }));
    expect(screen.getByText(/only their fingerprints/)).toBeTruthy();
    expect(screen.getByText('That a copy was taken is itself recorded in the log.')).toBeTruthy();
  });

  it('gives the whole command, with the key', () => {
    shown(<CheckYourself view={view} />);
    expect(screen.getByText("npm run tavolo -- verify T-FAM-log.zip --vkey 'host/log/t-fam+0b+AZ/x'")).toBeTruthy();
  });
});
