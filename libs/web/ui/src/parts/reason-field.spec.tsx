import { jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { TavoloProvider } from '../theme/tavolo-provider.js';
import { ReasonField } from './reason-field.js';

function Field({ min = 10, error }: { readonly min?: number; readonly error?: string }) {
  const [reason, setReason] = useState('');
  return (
    <TavoloProvider env="test">
      <ReasonField
        label="Reason"
        description="Everybody can read it."
        value={reason}
        onChange={setReason}
        min={min}
        error={error}
      />
    </TavoloProvider>
  );
}

const field = () => screen.getByLabelText('Reason');
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });
/** What is read out with the field, in its order. */
const described = () =>
  (field().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? `nothing is called ${id}`);
const readOut = () => document.querySelector('[aria-live="polite"]:not([role])')?.textContent;

describe('a field for a reason', () => {
  it('says what is needed before anything is written', () => {
    const { rerender } = render(<Field />);
    expect(described()).toEqual(['Everybody can read it.', 'At least 10 characters.']);
    rerender(<Field min={1} />);
    expect(described()).toContain('This cannot be left empty.');
  });

  it('counts against the least that is asked for; blanks at the ends do not count', () => {
    render(<Field />);
    write('  short  ');
    expect(described()).toContain('5 of at least 10 characters');
    write('long enough');
    expect(described()).toContain('11 characters: long enough');
  });

  it('counts nothing where any word is enough', () => {
    render(<Field min={1} />);
    write('x');
    expect(described()).toEqual(['Everybody can read it.']);
  });

  it('is marked as invalid and read out with what is wrong, while that stands', () => {
    const { rerender } = render(<Field error="Please say why." />);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(described()).toEqual(['Everybody can read it.', 'Please say why.', 'At least 10 characters.']);
    rerender(<Field />);
    expect(field().getAttribute('aria-invalid')).not.toBe('true');
    expect(described()).not.toContain('Please say why.');
  });

  it('reads the count out when the writer pauses, not at each key', () => {
    jest.useFakeTimers();
    render(<Field />);
    write('fir');
    write('first');
    expect(readOut()).toBe('');
    act(() => jest.advanceTimersByTime(1000));
    expect(readOut()).toBe('5 of at least 10 characters');
    jest.useRealTimers();
  });
});
