import { fireEvent, screen, within } from '@testing-library/react';
import { balloted, planning, proposalView } from '../testing/proposal-builder.js';
import { shown } from '../testing/shown.js';
import { OpenBallot } from './open-ballot.js';

beforeAll(() => {
  // jsdom knows the element, but not how it is shown.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
});

const dialog = () => within(screen.getByRole('dialog'));

function open(): void {
  shown(proposalView(planning(...balloted.slice(0, -1)), 'm8'), <OpenBallot />);
  fireEvent.click(screen.getByRole('button', { name: 'Open a ballot' }));
}

function until(date: string, time: string): void {
  fireEvent.click(dialog().getByLabelText('Until a day and time that is announced now'));
  fireEvent.change(dialog().getByLabelText('Day'), { target: { value: date } });
  fireEvent.change(dialog().getByLabelText('Time'), { target: { value: time } });
  fireEvent.click(dialog().getByRole('button', { name: 'Open a ballot' }));
}

describe('opening a ballot', () => {
  it('is until it is closed by hand, unless a time is announced', () => {
    open();
    expect(dialog().getByLabelText<HTMLInputElement>('Until the ballot is closed by hand').checked).toBe(true);
    expect(dialog().queryByLabelText('Day')).toBeNull();
  });

  it('says what it means to announce a time', () => {
    open();
    fireEvent.click(dialog().getByLabelText('Until a day and time that is announced now'));
    expect(dialog().getByText(/^Everybody can count on this time/u)).toBeTruthy();
    expect(dialog().getByLabelText<HTMLInputElement>('Time').value).toBe('18:00');
  });

  it.each([
    ['2096-09-04', '10:30'],
    ['2097-10-01', '18:00'],
  ])('is not sent with a time that is too near or too far (%s %s), and names the range', (date, time) => {
    open();
    until(date, time);
    expect(dialog().getByText(/between .*4 September 2096.* and .*4 September 2097/u)).toBeTruthy();
    expect(document.activeElement).toBe(dialog().getByLabelText('Day'));
  });

  it('is not sent without a day', () => {
    open();
    until('', '18:00');
    expect(dialog().getByText('Please give the day and the time.')).toBeTruthy();
  });
});
