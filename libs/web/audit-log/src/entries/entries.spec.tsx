import { tablesRoutes, type LogEntryView } from '@tavolo/contracts';
import { addressOf } from '@tavolo/web-data';
import { directoryOf, NamingProvider, TavoloProvider } from '@tavolo/web-ui';
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

const sentences = () => screen.getAllByRole('heading', { level: 4 }).map(({ textContent }) => textContent);

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
    expect(sentences()).toEqual([
      'At 18:45 Rosa Nardesco (Seat 6, third sector) voted.',
      'At 18:45 Seat 3, citizens, voted.',
    ]);
    expect(screen.getByRole('link', { name: 'Seat 3, citizens' }).getAttribute('href')).toContain('actor=m_1');
  });

  it('tells what followed by itself from what a visitor did', () => {
    const followed = entry({ id: 'e2', act: 'proposal.adopted', actor: null });
    const taken = entry({ id: 'e3', act: 'export.made', actor: null, data: { by: 'visitor', disclosures: false } });
    shown(<Entries log={logOf([followed, taken])} filtered={false} />);
    expect(sentences()).toEqual([
      'At 18:45 the proposal was adopted.',
      'At 18:45 someone who was not signed in exported the log.',
    ]);
    expect(screen.getAllByText('Followed by itself, from the rules')).toHaveLength(1);
    expect(screen.getByText('without names and texts')).toBeTruthy();
  });

  it('tells who closed a ballot beside what happened', () => {
    const actor = { member: 'm_2', name: 'Serena Zampelli', label: { en: 'Secretary' } };
    shown(<Entries log={logOf([entry({ act: 'vote.closed', actor })])} filtered={false} />);
    expect(sentences()).toEqual(['At 18:45 the ballot closed.']);
    expect(screen.getByText('Done by', { exact: false }).textContent).toBe('Done by Serena Zampelli (Secretary)');
  });

  it('tells of who received a role, not of who recorded it', () => {
    const actor = { member: 'm_2', name: 'Serena Zampelli', label: { en: 'Secretary' } };
    const data = { member: 'm_9', role: 'guarantor' };
    const given = entry({ act: 'role.given', actor, data, disclosed: { name: 'Ada Roversani' } });
    shown(<Entries log={logOf([given])} filtered={false} />);
    expect(sentences()).toEqual(['At 18:45 Ada Roversani received a role: Guarantor.']);
    expect(screen.getByText('Done by', { exact: false }).textContent).toBe('Done by Serena Zampelli (Secretary)');
  });

  it('puts what was chosen into the sentence', () => {
    shown(<Entries log={logOf([entry({ data: { vote: 'B-2', option: 'abstain' } })])} filtered={false} />);
    expect(sentences()).toEqual(['At 18:45 Seat 3, citizens, voted: Abstain.']);
  });

  it('shows a shortened fingerprint that is copied whole, and leaves ids to the technical details', () => {
    const data = { textHash: 'c4uiTaIzJnlb7HIzFbl5grTI5Yq+e4jTcg0eQ9k8tUc=', seat: '01a20d81-7086-7003' };
    shown(<Entries log={logOf([entry({ data })])} filtered={false} />);
    const [details, technical] = document.querySelectorAll('details');
    expect(screen.getByText('c4uiTaIzJnlb…').title).toBe(data.textHash);
    expect(technical?.textContent).toContain(data.seat);
    expect(details?.querySelector('dl')?.textContent).not.toContain(data.seat);
  });

  it('shows the seat of somebody whose name was erased, never the name', () => {
    const seats = [
      {
        ...({ id: 's7', number: 7, sector: 'citizens', level: 'local', right: 'vote', assesses: true } as const),
        decidingAuthority: false,
        organisation: null,
        holder: { member: 'm_7', name: 'Ada Roversani', title: null },
        deputy: null,
      },
    ];
    const erased = entry({ act: 'subject.erased', actor: null, stream: 'member:m_7', data: { member: 'm_7' } });
    shown(
      <NamingProvider naming={{ directory: directoryOf({ seats }, 'en') }}>
        <Entries log={logOf([erased])} filtered={false} />
      </NamingProvider>,
    );
    expect(sentences()).toEqual(['At 18:45 a person’s name was erased from the log.']);
    expect(screen.getByText('Citizens, seat 7')).toBeTruthy();
    expect(document.querySelector('article')?.textContent).not.toContain('Ada');
    expect(screen.getByText('Done by those who run the installation')).toBeTruthy();
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
    expect(document.activeElement?.textContent).toContain('opened a ballot');
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
