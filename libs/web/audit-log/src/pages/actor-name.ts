import { type LogPage } from '@tavolo/contracts';

interface Pages {
  readonly pages: readonly Pick<LogPage, 'entries'>[];
}

/** The name of an actor as the entries that were read give it. */
export function actorName(log: Pages | undefined, actor: string | undefined): string | undefined {
  const entries = log?.pages.flatMap((page) => page.entries) ?? [];
  return entries.find((entry) => entry.actor?.member === actor)?.actor?.name ?? undefined;
}
