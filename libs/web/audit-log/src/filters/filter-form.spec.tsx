import { jest } from '@jest/globals';
import { actNames } from '@tavolo/contracts';
import { TavoloProvider } from '@tavolo/web-ui';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { FilterForm } from './filter-form.js';

beforeAll(() => {
  // jsdom draws nothing, so nothing changes its size or comes into view.
  class Still {
    observe = jest.fn();
    unobserve = jest.fn();
    disconnect = jest.fn();
  }
  window.ResizeObserver = Still;
  Element.prototype.scrollIntoView = jest.fn();
});

function Address() {
  return <output>{useLocation().search}</output>;
}

const opened = () => {
  render(
    <TavoloProvider env="test">
      <MemoryRouter>
        <FilterForm acts={actNames} log="table" />
        <Address />
      </MemoryRouter>
    </TavoloProvider>,
  );
  const field = screen.getByRole('combobox', { name: 'What happened' });
  act(() => field.focus());
  fireEvent.click(field);
  return field;
};

describe('finding entries by what happened', () => {
  it('offers the steps in groups that people know', () => {
    opened();
    const list = screen.getByRole('listbox');
    const groups = within(list)
      .getAllByRole('group')
      .map((group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent);
    expect(groups).toEqual([
      'Proposal',
      'Consent and votes',
      'Consultation',
      'Charters',
      'Table and rules',
      'People and seats',
      'The log itself',
    ]);
  });

  it('finds a step by a word of it and by keyboard alone', () => {
    const field = opened();
    fireEvent.change(field, { target: { value: 'before its time' } });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Asked to close the ballot before its time',
    ]);
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
    fireEvent.submit(screen.getByRole('form', { name: 'Find entries' }));
    expect(document.querySelector('output')?.textContent).toBe('?act=ballot.early_closing_requested');
  });
});

describe('finding entries by what they are about', () => {
  it('knows a key that was typed in small letters', () => {
    opened();
    fireEvent.change(screen.getByRole('textbox', { name: /^About/u }), { target: { value: ' p-103 ' } });
    fireEvent.submit(document.querySelector('form')!);
    expect(document.querySelector('output')?.textContent).toContain('subject=P-103');
  });
});
