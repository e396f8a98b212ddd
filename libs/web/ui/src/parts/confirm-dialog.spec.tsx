import { jest } from '@jest/globals';
import { createEvent, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { TavoloProvider } from '../theme/tavolo-provider.js';
import { ConfirmDialog } from './confirm-dialog.js';

beforeAll(() => {
  // jsdom knows the element, but not how it is shown.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function hide() {
    this.open = false;
  };
});

const onConfirm = jest.fn();

function Asking({ busy = false, error = null }: { readonly busy?: boolean; readonly error?: unknown }) {
  const [opened, setOpened] = useState(false);
  return (
    <TavoloProvider env="test">
      <button onClick={() => setOpened(true)}>Close the ballot</button>
      <ConfirmDialog
        opened={opened}
        title="Close the ballot?"
        explain={<p>Nobody can vote afterwards.</p>}
        confirm="Close it"
        busy={busy}
        error={error}
        onConfirm={onConfirm}
        onClose={() => setOpened(false)}
      />
    </TavoloProvider>
  );
}

function opened(): HTMLElement {
  const opener = screen.getByRole('button', { name: 'Close the ballot' });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

describe('asking before something happens', () => {
  it('says what will happen together with its title', () => {
    render(<Asking />);
    opened();
    const described = screen.getByRole('dialog', { name: 'Close the ballot?' }).getAttribute('aria-describedby');
    expect(document.getElementById(described ?? '')?.textContent).toBe('Nobody can vote afterwards.');
  });

  it.each([
    ['Escape', () => fireEvent(screen.getByRole('dialog'), createEvent('cancel', screen.getByRole('dialog')))],
    ['Cancel', () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))],
  ])('goes away at %s, and the focus returns to what opened it', (_, leave) => {
    render(<Asking />);
    const opener = opened();
    screen.getByRole('button', { name: 'Cancel' }).focus();
    leave();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('says that the act is on its way, and lets it be confirmed once only', () => {
    render(<Asking busy />);
    opened();
    expect(screen.getByText('One moment: this is being recorded…').role).toBe('status');
    expect(screen.getByRole('dialog').getAttribute('aria-busy')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Close it' }));
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('says inside what went wrong', () => {
    render(<Asking error={{ code: 'no_quorum', params: {} }} />);
    opened();
    expect(screen.getByRole('dialog').contains(screen.getByRole('alert'))).toBe(true);
    expect(screen.getByRole('alert').textContent).toContain('The quorum is not reached.');
  });
});
