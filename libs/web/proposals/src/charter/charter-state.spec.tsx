import { screen, within } from '@testing-library/dom';
import { type AutoRegulationProcedure } from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import { charter, inForce, now, proposalView, signed, signing, type Step } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { CharterState } from './charter-state.js';
import { Signatories } from './subject-list.js';
import { charterStanding } from './charter-standing.js';

const declined: Step = ['charter.declined', 'm3', { subject: 's3', reason: 'Not before the new contract.' }];
const leaving: Step = ['withdrawal.announced', 'm1', { subject: 'o1', reason: 'Two branches are being sold.' }];
const show = (procedure: AutoRegulationProcedure, member: string | null = null) =>
  shown(
    proposalView(procedure, member),
    <>
      <CharterState procedure={procedure} />
      <Signatories procedure={procedure} />
    </>,
  );
const rowOf = (name: string) =>
  screen.getAllByRole('listitem').find((item) => within(item).queryByText(name) !== null)!;

describe('how a charter stands', () => {
  it('says in one sentence how many signed, declined and announced to leave, and since when it is in force', () => {
    show(charter(...inForce, declined, leaving));
    expect(screen.getByText('2 of 3 signed, 1 declined, 1 withdrawal announced')).toBeTruthy();
    expect(screen.getByText('In force since 4 September 2096')).toBeTruthy();
  });

  it('counts whoever has not said anything as undecided', () => {
    show(charter(...inForce));
    expect(screen.getByText('2 of 3 signed, 1 undecided')).toBeTruthy();
    expect(within(rowOf('Citizens, seat 3')).getByText('undecided')).toBeTruthy();
  });

  it('is called unanimous only when all who were invited have signed', () => {
    const { unmount } = show(charter(...inForce));
    expect(screen.queryByText(/unanimous/iu)).toBeNull();
    unmount();
    show(charter(...inForce, signed('m3', 's3')));
    expect(screen.getByText('Unanimous: all who were invited have signed.')).toBeTruthy();
  });

  it('names who signed for whom, on which version and with which reservation', () => {
    const reservation = { clause: 'c2', text: 'Within ten days.' };
    show(charter(...signing, signed('m1', 'o1', [reservation])), 'm1');
    const row = within(rowOf('The town'));
    expect(row.getByText('signed on 4 September 2096')).toBeTruthy();
    expect(row.getByText('Signed by Person 1, version 1')).toBeTruthy();
    expect(row.getByText('With a reservation · Clause 2')).toBeTruthy();
    expect(row.getByText('Within ten days.').getAttribute('lang')).toBe('');
    expect(row.getByText('(you)', { exact: false })).toBeTruthy();
  });

  it('says why somebody declined, and when somebody leaves and why', () => {
    show(charter(...inForce, declined, leaving));
    expect(within(rowOf('Citizens, seat 3')).getByText('Not before the new contract.')).toBeTruthy();
    const leaver = within(rowOf('The town'));
    expect(leaver.getByText('Leaves on 3 November 2096, as announced on 4 September 2096')).toBeTruthy();
    expect(leaver.getByText('Two branches are being sold.')).toBeTruthy();
  });

  it('is not in force while its condition does not hold, and shows which part is missing', () => {
    show(charter(...signing, signed('m1', 'o1')));
    expect(screen.getByText('Not in force yet')).toBeTruthy();
    expect(screen.queryByText(/In force since/u)).toBeNull();
    expect(screen.getAllByText('Signatories: 1; needed: 2.', { exact: false }).length).toBeGreaterThan(0);
  });

  it('warns at risk and keeps those who left, with their reason', () => {
    const left: AutoRegulationProcedure = {
      ...charter(...inForce),
      stage: 'at_risk',
      deadline: instant('2096-12-03T22:59:59.999Z'),
      signatures: charter(...inForce).signatures.slice(1),
      former: [{ subject: 'o1', how: 'withdrawn', reason: 'Two branches are being sold.', at: now }],
    };
    show(left);
    expect(screen.getByText('At risk: too few signatories are left')).toBeTruthy();
    expect(screen.getByText('1 of 3 signed, 1 undecided, 1 no longer a signatory')).toBeTruthy();
    const former = within(screen.getByRole('list', { name: 'No longer signatories' }));
    expect(former.getByText('withdrew, until 4 September 2096')).toBeTruthy();
  });
});

describe('who counts as what', () => {
  it('counts nobody twice: who left and signed again is a signatory', () => {
    const procedure: AutoRegulationProcedure = {
      ...charter(...inForce),
      former: [{ subject: 'o1', how: 'left', reason: 'A change of mind.', at: now }],
    };
    const standing = charterStanding(procedure);
    expect(standing).toMatchObject({ of: 3, signed: ['o1', 's2'], gone: [], undecided: ['s3'] });
  });
});
