import { type ProposalView } from '@tavolo/contracts';
import { DataProvider } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { render } from '@testing-library/react';
import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { ProposalProvider } from '../page/proposal-context.js';
import { Named } from '../page/named.js';
import { LiveTextContext, type LiveTextState } from '../writing/live-text.js';

/** Shows a part of a proposal's page with what it needs above it. */
export const shown = (view: ProposalView, children: ReactNode, liveText?: LiveTextState) =>
  render(
    <TavoloProvider env="test">
      <DataProvider>
        <MemoryRouter>
          <ProposalProvider view={view}>
            <Named>
              <LiveTextContext
                value={{ textHash: null, saved: true, empty: true, ...liveText, report: () => undefined }}
              >
                {children}
              </LiveTextContext>
            </Named>
          </ProposalProvider>
        </MemoryRouter>
      </DataProvider>
    </TavoloProvider>,
  );
