import { type LogEntryView } from '@tavolo/contracts';
import { type Instant } from '@tavolo/kernel';

/** An entry of a log for specs. */
export const entry = (more: Partial<LogEntryView> = {}): LogEntryView => ({
  id: '01a20d01-0000-7000-8000-000000000001',
  index: 7,
  act: 'vote.cast',
  at: '2026-11-03T17:45:00.000Z' as Instant,
  actor: { member: 'm_1', name: null, label: { en: 'Seat 3, citizens', it: 'Seggio 3, cittadini' } },
  stream: 'vote:B-2',
  streamVersion: 4,
  subject: 'B-2',
  data: {},
  disclosed: {},
  leafHash: 'AAAA',
  proof: 'sealed',
  ...more,
});
