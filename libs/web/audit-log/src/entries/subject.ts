import { type LogEntryView } from '@tavolo/contracts';

/** What an entry is about, as far as a page or a name exists for it. */
export type Subject =
  | { readonly kind: 'proposal'; readonly proposal: string }
  | { readonly kind: 'ballot'; readonly ballot: string; readonly proposal: string | null }
  | { readonly kind: 'member' | 'seat'; readonly id: string }
  | { readonly kind: 'other'; readonly text: string };

const key = /^[A-Z]{1,4}-[A-Za-z0-9]+$/;

/** Reads what an entry is about from its data, its stream and its subject; `null` where there is nothing that a reader would know. */
export function subjectOf({
  subject,
  stream,
  data: { proposal, vote },
}: Pick<LogEntryView, 'subject' | 'stream' | 'data'>): Subject | null {
  const kind = stream.slice(0, Math.max(stream.indexOf(':'), 0));
  const about = typeof proposal === 'string' ? proposal : null;
  if (typeof vote === 'string') return { kind: 'ballot', ballot: vote, proposal: about };
  if (about !== null) return { kind: 'proposal', proposal: about };
  if (subject === null) return null;
  if (kind === 'proposal' || kind === 'doc') return { kind: 'proposal', proposal: subject };
  if (kind === 'member' || kind === 'seat') return { kind, id: subject };
  return key.test(subject) ? { kind: 'other', text: subject } : null;
}
