import { fireEvent, screen } from '@testing-library/dom';
import { render } from '@testing-library/react';
import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { jest } from '@jest/globals';
import { MemoryRouter, Route, Routes } from 'react-router';
import { NewProposalPage } from './new-proposal-page.js';

const table = { name: { en: 'A table' }, mode: 'planning', me: { member: 'm1' } };

describe('beginning a proposal', () => {
  it('asks for a title at its field instead of showing a dead button', async () => {
    const fetched = jest.fn(() =>
      Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(table) } as Response),
    );
    globalThis.fetch = fetched;
    render(
      <TavoloProvider env="test">
        <DataProvider>
          <MemoryRouter initialEntries={['/tables/T-1/new']}>
            <Routes>
              <Route path="/tables/:table/new" element={<NewProposalPage />} />
            </Routes>
          </MemoryRouter>
        </DataProvider>
      </TavoloProvider>,
    );
    const begin = await screen.findByRole('button', { name: 'Begin writing' });
    const before = fetched.mock.calls.length;
    fireEvent.click(begin);
    const title = screen.getByLabelText('Title');
    expect(title.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(title);
    expect(fetched.mock.calls).toHaveLength(before);
  });
});
