import { type ProposalActName } from '@tavolo/contracts';

/** How long the news of one's own act may take, in milliseconds. */
const span = 10_000;
const begun = new Map<string, number>();

/** Remembers what this reader is about to do, so that it is not announced to her as news. */
export function noteOwnAct(act: ProposalActName): void {
  begun.set(act, Date.now());
}

/** Whether this news is the reader's own act, coming back; each act comes back once. */
export function isOwnAct(act: string): boolean {
  const at = begun.get(act);
  begun.delete(act);
  return at !== undefined && Date.now() - at < span;
}
