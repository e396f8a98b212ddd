import { DataProvider, useClockOffset } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { RouterProvider } from 'react-router';
import { router } from './router.js';

/** The web client: data, look and language around the pages. */
export function App() {
  return (
    <DataProvider>
      <Clocked />
    </DataProvider>
  );
}

function Clocked() {
  const offset = useClockOffset();
  return (
    <TavoloProvider clockOffset={offset}>
      <RouterProvider router={router} />
    </TavoloProvider>
  );
}
