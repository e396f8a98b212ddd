import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { ClockMover } from './clock-mover.js';
import { answering, sessionOf } from './testing/answers.js';
import { shown } from './testing/shown.js';

const clock = { now: '2026-11-24T08:00:00.000Z', movable: true };

describe('the clock of the demonstration', () => {
  async function opened(): Promise<HTMLElement> {
    shown(
      <>
        <ClockMover />
        <p>Elsewhere</p>
        <p tabIndex={-1}>A page</p>
        <button>Another button</button>
      </>,
    );
    const button = await screen.findByRole('button', { name: /Move the clock/ });
    button.focus();
    fireEvent.click(button);
    await screen.findByRole('form', { name: 'Move the clock' });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    return button;
  }
  const isClosed = (): void => expect(screen.queryByRole('form')).toBeNull();

  let sent: [string, unknown][] = [];
  beforeEach(() => {
    ({ sent } = answering({
      'GET /session': { ...sessionOf({}), clock },
      'GET /waiting': [],
      'POST /clock': { ...clock, now: '2026-11-25T08:00:00.000Z' },
    }));
  });

  it('closes on Escape and gives the focus back to its button', async () => {
    const button = await opened();
    screen.getByLabelText('Date').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    isClosed();
    expect(document.activeElement).toBe(button);
  });

  it('closes on a press elsewhere, and keeps the keyboard at its button where nothing else takes it', async () => {
    const button = await opened();
    screen.getByLabelText('Date').focus();
    fireEvent.click(screen.getByText('Elsewhere'));
    isClosed();
    expect(document.activeElement).toBe(button);
  });

  it('keeps the keyboard at its button when the page as a whole is given the focus', async () => {
    const button = await opened();
    act(() => screen.getByText('A page').focus());
    isClosed();
    expect(document.activeElement).toBe(button);
  });

  it('closes when the focus goes on to something else, and leaves it there', async () => {
    await opened();
    const other = screen.getByRole('button', { name: 'Another button' });
    act(() => other.focus());
    await waitFor(isClosed);
    expect(document.activeElement).toBe(other);
  });

  it('closes after the time was moved, says the new time, and is again at its button', async () => {
    const button = await opened();
    fireEvent.click(screen.getByRole('button', { name: 'One day later' }));
    await waitFor(isClosed);
    expect(sent).toHaveLength(1);
    expect(document.activeElement).toBe(button);
    expect(screen.getByText(/^The clock is moved\. It is now Wednesday 25 November 2026/)).toBeTruthy();
  });
});
