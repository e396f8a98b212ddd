import { TavoloProvider } from '@tavolo/web-ui';
import { render } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';

/** Shows a component with what it needs above it. */
export const shown = (children: ReactNode) =>
  render(
    <TavoloProvider env="test">
      <MemoryRouter>{children}</MemoryRouter>
    </TavoloProvider>,
  );
