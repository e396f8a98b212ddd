import { jest } from '@jest/globals';
import { type MandateView } from '@tavolo/contracts';
import { instant, memberId, organisationId } from '@tavolo/kernel';
import { DataProvider } from '@tavolo/web-data';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { seat, visitor } from '../testing/table-builder.js';
import { shown } from '../testing/shown.js';
import { MandatePanel } from './mandate-panel.js';

const now = instant('2096-11-24T08:00:00.000Z');
const start = instant('2096-09-01T22:00:00.000Z');
const town = { id: 'o1', key: 'town', name: { en: 'The town' } };

const mandateView = (
  more: Partial<MandateView> = {},
  differing: Partial<MandateView['mandate']> = {},
): MandateView => ({
  key: 'MD-9',
  table: { key: 'T-1', name: { en: 'A table' }, mode: 'auto_administration', visibility: 'public' },
  state: 'active',
  mandate: {
    terms: {
      key: 'MD-9',
      holders: ['citizens'],
      scope: [{ id: 'access', words: { en: 'First access' } }],
      expenseTypes: ['current'],
      exclusions: [{ id: 'fees', words: { en: 'Fees' } }],
      budget: 4_000_000,
      perDecision: 800_000,
      startsOn: '2096-09-02',
      expiresOn: '2097-06-30',
      reportEveryDays: 90,
      suspendAfterDays: 15,
      revocation: { noticeDays: 30, grounds: [{ id: 'breach', words: { en: 'Serious breach' } }] },
      zone: 'Europe/Rome',
      holidays: { country: 'IT', local: [] },
    },
    state: 'active',
    since: start,
    proposedBy: memberId('m1'),
    grant: {
      organisation: organisationId('o1'),
      date: '2096-09-01',
      reference: 'Council decision 1/2096',
      by: memberId('m1'),
      at: start,
    },
    reportDueOn: '2096-12-01',
    reports: [],
    suspensions: [],
    revocation: null,
    ended: null,
    ledger: [],
    ...differing,
  },
  sums: { budget: 4_000_000, spent: 1_080_000, committed: 0, reserved: 0, left: 2_920_000, free: 2_920_000 },
  report: { dueOn: '2096-12-01', inDays: 7, suspendsAt: instant('2096-12-16T23:00:00.000Z') },
  decisions: [],
  history: [],
  seats: [seat(1, 'public', { organisation: town, decidingAuthority: true, right: 'voice' }), seat(2, 'citizens')],
  roles: [],
  me: visitor,
  formerMembers: [],
  organisations: [town],
  revision: 1,
  now,
  ...more,
});

const show = (view: MandateView, onDone: () => void = () => undefined) =>
  shown(
    <DataProvider>
      <MandatePanel view={view} onDone={onDone} />
    </DataProvider>,
  );

describe('a mandate on the page of its table', () => {
  it('tells everybody who granted it, within which limits, what is spent and left, and when the next report is due', () => {
    show(mandateView());
    expect(screen.getByText('The town')).toBeTruthy();
    expect(screen.getByText('Council decision 1/2096, of 1 September 2096')).toBeTruthy();
    expect(screen.getByText('First access')).toBeTruthy();
    expect(screen.getByText('At most €8,000.00')).toBeTruthy();
    expect(screen.getByText('From 2 September 2096 until 30 June 2097')).toBeTruthy();
    expect(screen.getByText('Spent €10,800.00 of €40,000.00; left €29,200.00.')).toBeTruthy();
    expect(screen.getByText(/1 December 2096, in 7 days/u)).toBeTruthy();
  });

  it('offers a visitor nothing to do', () => {
    show(mandateView());
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says since when and why it is suspended', () => {
    const from = instant('2096-12-16T23:00:00.000Z');
    const suspension = { cause: 'report_overdue', ground: null, reason: null, from, until: null } as const;
    show(mandateView({ state: 'suspended' }, { state: 'suspended', since: from, suspensions: [suspension] }));
    expect(screen.getByText(/is suspended, since Monday 17 December 2096, 00:00/u)).toBeTruthy();
    expect(screen.getByText(/report that was due was not filed/u)).toBeTruthy();
  });

  it('announces a revocation only with its ground and a reason', async () => {
    HTMLDialogElement.prototype.showModal = function open() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
    const sent: unknown[] = [];
    globalThis.fetch = jest.fn((_address: string, { body }: { body: string }) => {
      sent.push(JSON.parse(body));
      return Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({}) } as Response);
    }) as unknown as typeof fetch;
    const done = jest.fn();
    show(mandateView({ me: { ...visitor, member: 'm1', seat: 's1', seesNames: true } }), done);
    fireEvent.click(screen.getByRole('button', { name: 'Announce revocation' }));
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Announce revocation' });
    fireEvent.click(confirm);
    expect(dialog.getByText('Please write it here.')).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.change(dialog.getByLabelText('For which ground'), { target: { value: 'breach' } });
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Fees were paid.' } });
    fireEvent.click(confirm);
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    expect(sent).toEqual([{ reason: 'Fees were paid.', ground: 'breach' }]);
  });
});
