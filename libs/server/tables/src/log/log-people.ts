import { type Instant, type Words } from '@tavolo/kernel';

/** What is known of somebody who acted. */
export interface KnownActor {
  readonly name: string | null;
  readonly label: Words | null;
}

/** Finds out who acted: an actor is a pseudonym, or in votes a seat, which had its holder at that moment. */
export type WhoActed = (actor: string, at: Instant) => KnownActor | null;

interface Sitting {
  readonly seat: string;
  readonly member: string;
  readonly as: 'holder' | 'deputy';
  readonly from: Instant;
  readonly to: Instant | null;
}

/** The people of a table, as its log shows them. */
export function peopleOfTable(
  members: ReadonlyMap<string, KnownActor>,
  seats: ReadonlyMap<string, Words>,
  sittings: readonly Sitting[],
): WhoActed {
  return (actor, at) => {
    const label = seats.get(actor);
    if (label === undefined) return members.get(actor) ?? null;
    const sitting = sittings.find(
      ({ seat, as, from, to }) => seat === actor && as === 'holder' && from <= at && (to === null || at < to),
    );
    return { name: (sitting && members.get(sitting.member)?.name) ?? null, label };
  };
}
