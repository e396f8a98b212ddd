import { type SeatView } from '@tavolo/contracts';
import { powerOf } from '@tavolo/governance';
import { fireEvent, screen, within } from '@testing-library/react';
import { rulebook, seat } from '../../testing/table-builder.js';
import { shown } from '../../testing/shown.js';
import { TryRule } from './try-rule.js';

/** Two seats of public bodies and two of citizens, one of which is vacant, and a voice of the market. */
const seats = [
  seat(1, 'public'),
  seat(2, 'public'),
  seat(3, 'citizens'),
  seat(4, 'citizens'),
  seat(5, 'citizens', { holder: null }),
  seat(6, 'market', { right: 'voice' }),
];

const tryRule = (all: readonly SeatView[]) =>
  shown(<TryRule rulebook={rulebook} seats={[...all]} count={(game) => Promise.resolve(powerOf(game))} />);

/** The rule as shown once its power is counted. */
async function tried(all: readonly SeatView[] = seats): Promise<HTMLElement> {
  tryRule(all);
  return screen.findByRole('table', { name: 'By sector' });
}

const set = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('trying a rule', () => {
  it('starts with every filled seat with a vote saying yes', async () => {
    await tried();
    expect(screen.getByText('It would be adopted.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Citizens: yes').value).toBe('2');
    expect(screen.queryByLabelText('Market: yes')).toBeNull();
  });

  it('shows at once what changes when a sector says no, and why', async () => {
    await tried();
    fireEvent.click(screen.getByRole('button', { name: 'Citizens say no' }));
    expect(screen.getByText('It would be rejected.')).toBeTruthy();
    expect(screen.getByText(/Citizens: not agreed \(yes: 0, no: 2\)/)).toBeTruthy();
    set('Citizens: yes', '2');
    expect(screen.getByText('It would be adopted.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Citizens: no').value).toBe('0');
  });

  it('lets nobody vote who is not there', async () => {
    await tried();
    set('Public bodies: present', '0');
    set('Citizens: present', '1');
    expect(screen.getByText('There would be no quorum.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Citizens: yes').value).toBe('1');
  });

  it('says how much a sector weighs and who can stop a text alone', async () => {
    const table = await tried([seat(1, 'public'), seat(2, 'public'), seat(3, 'public'), seat(4, 'citizens')]);
    const citizens = within(table).getByRole('row', { name: /Citizens/ });
    expect(citizens.textContent).toContain('25%');
    expect(citizens.textContent).toContain('50%');
    expect(screen.getByText(/without these sectors.*Public bodies and Citizens/)).toBeTruthy();
  });

  it('says so when there is nobody to try it with', () => {
    tryRule([seat(1, 'public', { holder: null })]);
    expect(screen.getByText(/No seat with a vote is filled/)).toBeTruthy();
  });
});
