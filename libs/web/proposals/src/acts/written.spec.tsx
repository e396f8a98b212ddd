import { TavoloProvider } from '@tavolo/web-ui';
import { cleanup, render, screen } from '@testing-library/react';
import { Written } from './written.js';

afterEach(cleanup);

const show = (text: string) =>
  render(
    <TavoloProvider env="test">
      <p>
        <Written>{text}</Written>
      </p>
    </TavoloProvider>,
  );

describe('words that somebody wrote', () => {
  it('are read aloud in their own language, which is named to readers of the other', () => {
    show('Il bilancio è già chiuso.');
    expect(screen.getByText('Il bilancio è già chiuso.').lang).toBe('it');
    expect(screen.getByText('(in Italian)')).toBeTruthy();
  });

  it('carry no note where they are in the reader’s language', () => {
    show('The budget is fixed.');
    expect(screen.getByText('The budget is fixed.').lang).toBe('en');
    expect(screen.queryByText(/in English/u)).toBeNull();
  });

  it('are read in the ordinary voice where their language does not show', () => {
    show('Filo d’Erba, 2027');
    expect(screen.getByText('Filo d’Erba, 2027').lang).toBe('');
  });
});
