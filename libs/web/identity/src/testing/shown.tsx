import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { render } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';

/** Shows a page with what it needs above it. */
export const shown = (page: ReactNode, at = '/') =>
  render(
    <DataProvider>
      <TavoloProvider env="test">
        <MemoryRouter initialEntries={[at]}>
          <main>{page}</main>
        </MemoryRouter>
      </TavoloProvider>
    </DataProvider>,
  );
