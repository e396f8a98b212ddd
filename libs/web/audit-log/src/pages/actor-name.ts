import { type LogPage, type MemberView } from '@tavolo/contracts';

interface Pages {
  readonly pages: readonly Pick<LogPage, 'entries'>[];
}

/** The name of an actor as the entries that were read give it. */
export function actorName(log: Pages | undefined, actor: string | undefined): string | undefined {
  const entries = log?.pages.flatMap((page) => page.entries) ?? [];
  return entries.find((entry) => entry.actor?.member === actor)?.actor?.name ?? undefined;
}

/** Everybody who acted in the entries that were read, with the names that they give: also who has left the table since. */
export const actorsIn = (log: Pages | undefined): readonly MemberView[] =>
  (log?.pages ?? []).flatMap(({ entries }) =>
    entries.flatMap(({ actor }) => (actor ? [{ member: actor.member, name: actor.name, title: null }] : [])),
  );
