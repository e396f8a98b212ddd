import { identityRoutes } from '@tavolo/contracts';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isSessionOver } from './problem.js';
import { keyOf } from './reading.js';

/** Keeps what was read: shown at once when a page is opened again, and read anew. An answer that the session is over makes it ask who is signed in. */
export function DataProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isSessionOver(error)) void client.invalidateQueries({ queryKey: keyOf(identityRoutes.session) });
      },
    }),
    defaultOptions: { queries: { staleTime: 2_000, refetchOnWindowFocus: true } },
  });
  return client;
}
