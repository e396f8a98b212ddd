import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { negotiated, planning, proposalView } from '../testing/proposal-builder.js';
import { answeringServer, letDialogsOpen } from '../testing/server.js';
import { shown } from '../testing/shown.js';
import { ActButton } from './act-button.js';

beforeAll(letDialogsOpen);

const dialog = () => within(screen.getByRole('dialog'));
const ask = (name = 'Send back') => fireEvent.click(screen.getByRole('button', { name }));
const confirm = (name = 'Send back') => fireEvent.click(dialog().getByRole('button', { name }));
const described = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

function show(explain?: string) {
  const server = answeringServer(proposalView(planning(...negotiated), 'm2'));
  shown(
    proposalView(planning(...negotiated), 'm2'),
    <ActButton
      act="ratification.refused"
      label="Send back"
      explain={explain}
      reason="required"
      body={(reason) => ({ reason })}
    />,
  );
  return server;
}

describe('a step that is asked about', () => {
  it('says what follows from it, and where nothing special follows, that it is recorded', () => {
    show('The text goes back.');
    ask();
    expect(dialog().getByText('The text goes back.')).toBeTruthy();
  });

  it('says that it is recorded where nothing else follows', () => {
    show();
    ask();
    expect(dialog().getByText(/It is recorded with your name/u)).toBeTruthy();
  });

  it('marks a missing reason at its field and takes the keyboard there, without asking the server', () => {
    const { asked } = show();
    ask();
    confirm();
    const field = screen.getByLabelText('Reason');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described(field)).toContain('Please write the reason here.');
    expect(document.activeElement).toBe(field);
    expect(asked()).toEqual([]);
  });

  it('keeps what was typed when the server refuses, and says it at the field', async () => {
    const { asked, refuse } = show();
    refuse({ code: 'reason_too_short', params: { min: 40, given: 9 } });
    ask();
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Too short' } });
    confirm();
    const field = screen.getByLabelText<HTMLTextAreaElement>('Reason');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(described(field)).toContain('9 characters were written, at least 40 are needed');
    expect(field.value).toBe('Too short');
    expect(document.activeElement).toBe(field);
    expect(asked()).toEqual([{ act: 'ratification.refused', body: { reason: 'Too short' } }]);
  });

  it('goes away when it was done', async () => {
    show();
    ask();
    fireEvent.change(screen.getByLabelText('Reason'), { target: { value: 'Beyond the mandate.' } });
    confirm();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
