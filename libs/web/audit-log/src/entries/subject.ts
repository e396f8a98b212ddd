import { type LogEntryView } from '@tavolo/contracts';

/** What an entry is about, as far as a page or a name exists for it. */
export type Subject =
  | { readonly kind: 'proposal'; readonly proposal: string }
  | { readonly kind: 'ballot'; readonly ballot: string; readonly proposal: string | null }
  | { readonly kind: 'member' | 'seat'; readonly id: string }
  /** Somebody whose name is gone: her seat stands for her, where the entry or the table knows it. */
  | { readonly kind: 'erased'; readonly id: string; readonly seat: string | null }
  | { readonly kind: 'other'; readonly text: string };

const key = /^[A-Z]{1,4}-[A-Za-z0-9]+$/;

/** Reads what an entry is about from its data, its stream and its subject; `null` where there is nothing that a reader would know. */
export function subjectOf({
  act,
  subject,
  stream,
  data: { proposal, vote, member, seat },
}: Pick<LogEntryView, 'act' | 'subject' | 'stream' | 'data'>): Subject | null {
  const kind = stream.slice(0, Math.max(stream.indexOf(':'), 0));
  if (act === 'subject.erased') {
    const id = typeof member === 'string' ? member : (subject ?? '');
    return { kind: 'erased', id, seat: typeof seat === 'string' ? seat : null };
  }
  const about = typeof proposal === 'string' ? proposal : null;
  if (typeof vote === 'string') return { kind: 'ballot', ballot: vote, proposal: about };
  if (about !== null) return { kind: 'proposal', proposal: about };
  if (subject === null) return null;
  if (kind === 'proposal' || kind === 'doc') return { kind: 'proposal', proposal: subject };
  if (kind === 'member' || kind === 'seat') return { kind, id: subject };
  // A log of a table tells of that table anyway.
  if (kind === 'table') return null;
  return key.test(subject) ? { kind: 'other', text: subject } : null;
}
