import { DataProvider, useClockOffset } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { Pages } from './pages.js';

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
      <Pages />
    </TavoloProvider>
  );
}
