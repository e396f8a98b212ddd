import { type ProviderSnapshot, type SyncState } from '@tavolo/collaboration/provider';
import { mayWriteNow } from './may-write.js';

const user = { member: 'm1', name: 'Lucia', organisation: null, sector: 'public', color: '#225577' };
const snapshotIn = (state: SyncState, differing: Partial<ProviderSnapshot>): ProviderSnapshot => ({
  ...{ state, unacknowledged: 0, offlineSince: null, right: 'write', canWrite: true, user, refusal: null },
  ...{ recovered: false, waitsForOthers: false },
  ...differing,
});

describe('the tools of the editor', () => {
  it.each<[string, SyncState, Partial<ProviderSnapshot>]>([
    ['saved', 'saved', {}],
    ['being saved', 'saving', { unacknowledged: 2 }],
    ['written on without a connection', 'offline', { offlineSince: 1 }],
  ])('are there while the text is %s', (_name, state, differing) => {
    expect(mayWriteNow(snapshotIn(state, differing), false)).toBe(true);
    expect(mayWriteNow(snapshotIn(state, differing), true)).toBe(true);
  });

  it.each<[string, SyncState, Partial<ProviderSnapshot>]>([
    ['frozen', 'frozen', {}],
    ['frozen, also without a connection', 'offline', { offlineSince: 1 }],
    ['only read', 'saved', { right: 'read' }],
    ['no longer hers to read', 'notAllowed', { right: 'none', refusal: 'denied' }],
    ['refused', 'notAllowed', { refusal: 'tooLarge', unacknowledged: 1 }],
    ['refused before it was opened', 'notAllowed', { right: 'none', refusal: 'denied', user: null }],
    ['being opened', 'opening', { right: 'none', user: null }],
  ])('are gone while the text is %s', (_name, state, differing) => {
    const snapshot = snapshotIn(state, { ...differing, canWrite: false });
    expect(mayWriteNow(snapshot, false)).toBe(false);
    expect(mayWriteNow(snapshot, state === 'offline')).toBe(false);
  });

  it('come to the copy on this device only when there is really no connection, not while the page connects', () => {
    const copy = snapshotIn('offline', { right: 'none', canWrite: false, user: null, offlineSince: 1 });
    expect(mayWriteNow(copy, false)).toBe(false);
    expect(mayWriteNow(copy, true)).toBe(true);
  });
});
