import { jest } from '@jest/globals';
import { type ProviderSnapshot } from '@tavolo/collaboration/provider';
import { TavoloProvider } from '@tavolo/web-ui';
import { act, cleanup, render, screen } from '@testing-library/react';
import { SyncLine } from './sync-line.js';

const user = { member: 'm1', name: 'Lucia', organisation: null, sector: 'public', color: '#225577' };
const snapshotIn = (state: ProviderSnapshot['state'], differing: Partial<ProviderSnapshot> = {}): ProviderSnapshot => ({
  ...{ state, unacknowledged: 0, offlineSince: null, right: 'write', canWrite: true, user, refusal: null },
  ...{ recovered: false, waitsForOthers: false },
  ...differing,
});

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** What a screen reader hears, in order, while the text goes through these states. */
function heard(steps: readonly (readonly [ProviderSnapshot, pause?: number])[]): string[] {
  const sentences: string[] = [];
  const line = (snapshot: ProviderSnapshot) => (
    <TavoloProvider env="test">
      <SyncLine snapshot={snapshot} />
    </TavoloProvider>
  );
  const [first] = steps;
  const { rerender } = render(line(first![0]));
  const region = screen.getByRole('status');
  let before = region.firstElementChild;
  const listen = (): void => {
    if (region.firstElementChild !== before) sentences.push(region.textContent);
    before = region.firstElementChild;
  };
  for (const [snapshot, pause = 0] of steps) {
    rerender(line(snapshot));
    act(() => jest.advanceTimersByTime(pause));
    listen();
  }
  return sentences;
}

describe('the line that says how the text stands', () => {
  const offline = snapshotIn('offline', { offlineSince: Date.parse('2026-11-24T09:00:00Z') });

  it('shows that words are being saved and are saved, and does not say it at each key', () => {
    const typing = Array.from({ length: 10 }, () => [[snapshotIn('saving')], [snapshotIn('saved')]] as const).flat();
    expect(heard(typing)).toEqual([]);
    expect(screen.getByText('Saved')).toBeTruthy();
  });

  it('says that the connection was lost once it is missed, and that everything is saved once it is back', () => {
    const said = heard([
      [snapshotIn('saved')],
      [offline, 1_000],
      [offline, 1_500],
      [snapshotIn('saving')],
      [snapshotIn('saved')],
    ]);
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('Offline since');
    expect(said[1]).toBe('Saved');
  });

  it('says nothing of an interruption that nobody notices, nor of the one before a page is connected', () => {
    expect(heard([[snapshotIn('saved')], [offline, 1_000], [snapshotIn('saved'), 5_000]])).toEqual([]);
    cleanup();
    const opening = { ...offline, user: null };
    expect(heard([[opening, 500], [snapshotIn('saved')]])).toEqual([]);
  });

  it('says to somebody who was writing that she must not any more, or that the text is frozen', () => {
    const refused = snapshotIn('notAllowed', { refusal: 'malformed', unacknowledged: 1 });
    expect(heard([[snapshotIn('saving')], [refused]])).toEqual([
      expect.stringContaining('Nothing that you wrote is lost'),
    ]);
    cleanup();
    expect(heard([[snapshotIn('saved')], [snapshotIn('frozen')]])).toEqual([
      expect.stringContaining('Nobody can change the text'),
    ]);
    cleanup();
    expect(heard([[snapshotIn('opening')], [snapshotIn('frozen')]])).toEqual([]);
  });
});
