import { jest } from '@jest/globals';
import { type Connection } from '@tavolo/web-data';
import { TavoloProvider } from '@tavolo/web-ui';
import { act, render, screen } from '@testing-library/react';

let connection: Connection = { state: 'connecting' };
jest.unstable_mockModule('@tavolo/web-data', () => ({ useClockOffset: () => 0, useConnection: () => connection }));
const { LostConnection } = await import('./lost-connection.js');

const page = () => (
  <TavoloProvider env="test">
    <LostConnection />
  </TavoloProvider>
);

describe('a lost connection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    connection = { state: 'connecting' };
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const open = () => {
    const { rerender } = render(page());
    const is = (next: Connection): void => {
      connection = next;
      rerender(page());
    };
    is({ state: 'connected' });
    return is;
  };
  const lost = (): Connection => ({ state: 'lost', since: Date.now() });
  const wait = (millis: number): void =>
    act(() => {
      jest.advanceTimersByTime(millis);
    });

  it('is told, and its end is told', () => {
    const is = open();
    is(lost());
    wait(3_000);
    expect(screen.getByText(/^No connection since/)).toBeTruthy();
    is({ state: 'connected' });
    expect(screen.queryByText(/^No connection since/)).toBeNull();
    expect(screen.getByText('The connection is back.')).toBeTruthy();
  });

  it('is not told when it lasted a moment only, and then neither is its end', () => {
    const is = open();
    is(lost());
    wait(500);
    is({ state: 'connected' });
    wait(5_000);
    expect(screen.queryByText(/connection/)).toBeNull();
  });

  it('is not told when the page begins again as somebody else', () => {
    const is = open();
    is({ state: 'connecting' });
    wait(5_000);
    is({ state: 'connected' });
    expect(screen.queryByText(/connection/)).toBeNull();
  });
});
