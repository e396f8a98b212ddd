import { jest } from '@jest/globals';
import { speech, TavoloProvider } from '@tavolo/web-ui';
import { act, render, screen } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { PageBoundary } from './broken-page.js';
import { NotFoundPage } from './not-found-page.js';

const open = (page: ReactNode) =>
  render(
    <TavoloProvider env="test">
      <MemoryRouter initialEntries={['/nowhere']}>
        <main>{page}</main>
      </MemoryRouter>
    </TavoloProvider>,
  );

function Failing({ message }: { readonly message: string }): ReactNode {
  throw new Error(message);
}

describe('pages for what went wrong', () => {
  // React tells the console about every failure that a boundary catches.
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  afterAll(() => quiet.mockRestore());
  afterEach(() => act(() => void speech.changeLanguage('en')));

  it.each([
    ['en', 'There is no page at this address', 'To the tables'],
    ['it', 'A questo indirizzo non c’è nessuna pagina', 'Ai tavoli'],
  ])('say that an address leads nowhere, and the way on (%s)', async (language, title, way) => {
    await speech.changeLanguage(language);
    open(<NotFoundPage />);
    expect(document.title).toBe(`${title} – Tavolo`);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: title }));
    expect(screen.getByRole('link', { name: way }).getAttribute('href')).toBe('/');
    expect(screen.getByText('/nowhere')).toBeTruthy();
  });

  it.each([
    ['Cannot read properties of undefined', 'This page could not be shown'],
    ['Failed to fetch dynamically imported module: /assets/x.js', 'This page could not be loaded'],
  ])('tell a fault of the page from one of the connection: %s', (message, title) => {
    open(
      <PageBoundary>
        <Failing message={message} />
      </PageBoundary>,
    );
    expect(document.title).toBe(`${title} – Tavolo`);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: title }));
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'To the tables' })).toBeTruthy();
  });
});
