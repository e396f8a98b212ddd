import {
  type ClauseStand,
  type ClauseWording,
  type NegotiationRound,
  type PlanningProcedure,
} from '../planning-procedure.js';
import { type Sector } from '../seat.js';

type Negotiated = Pick<PlanningProcedure, 'clauseStands' | 'negotiationRounds'>;

/** Which round of negotiation runs, or ran last; the first begins with the negotiation. */
export const negotiationRound = ({ negotiationRounds = [] }: Negotiated): number => negotiationRounds.at(-1)?.n ?? 1;

/** How a party stands on a clause now; `null` while it has said nothing. */
export const latestStand = ({ clauseStands = [] }: Negotiated, clause: string, party: Sector): ClauseStand | null =>
  clauseStands.findLast((one) => one.clause === clause && one.party === party) ?? null;

/**
 * Which way a party has moved since the last round: `nearer` from an objection over standing aside to consent, `further` the other way,
 * `spoke` for the first time, `reworded` where the stand is the same and its reason or the change it asks for is another.
 */
export type Movement = 'nearer' | 'further' | 'spoke' | 'reworded';

/** One party on one clause. */
export interface PartyStand {
  readonly party: Sector;
  readonly now: ClauseStand | null;
  /** How it stood when the last round ended; `null` where it had said nothing, and in the first round. */
  readonly before: ClauseStand | null;
  /** `null` where it has not moved, and in the first round, which has none before it. */
  readonly movement: Movement | null;
  /** The clause reads differently by now; `null` where that is not known. */
  readonly onEarlierWords: boolean | null;
}

/** One clause with the stands of all parties side by side. */
export interface ClauseInNegotiation {
  readonly clause: string;
  readonly parties: readonly PartyStand[];
  /** What happened to its words since the last round; `null` where nothing did, where it is not known, and in the first round. */
  readonly words: 'changed' | 'added' | null;
}

/** How a text stands between the parties. */
export interface Negotiation {
  readonly round: number;
  /** When the round began; `null` for the first one. */
  readonly since: NegotiationRound['openedAt'] | null;
  readonly clauses: readonly ClauseInNegotiation[];
  /** Clauses that were there when the round began and are no longer. */
  readonly removed: readonly string[];
  /** Whether anything moved since the last round: a stand, or the words. */
  readonly moved: boolean;
}

const distance = { consent: 0, stand_aside: 1, objection: 2 } as const;

/**
 * The stands of the parties side by side on each clause, and what moved since the last round ended, which is when the present one was
 * opened. `clauses`: the text as it is to be shown, in its order; `textHash` is `null` where it is not known how a clause reads now.
 */
export function negotiationOf(
  procedure: Negotiated & Pick<PlanningProcedure, 'rulebook'>,
  clauses: readonly { readonly id: string; readonly textHash: string | null }[],
): Negotiation {
  const round = procedure.negotiationRounds?.at(-1) ?? null;
  const shown = clauses.map(({ id, textHash }): ClauseInNegotiation => {
    const parties = procedure.rulebook.parties.map((party) => standOf(procedure, party, { id, textHash }));
    return { clause: id, parties, words: round && wordsMoved(round.clauses, { id, textHash }) };
  });
  const removed = (round?.clauses ?? [])
    .map(({ id }) => id)
    .filter((id) => !clauses.some((clause) => clause.id === id));
  const moved =
    removed.length > 0 ||
    shown.some(({ words, parties }) => words !== null || parties.some(({ movement }) => movement !== null));
  return { round: negotiationRound(procedure), since: round?.openedAt ?? null, clauses: shown, removed, moved };
}

function standOf(
  procedure: Negotiated,
  party: Sector,
  { id, textHash }: { readonly id: string; readonly textHash: string | null },
): PartyStand {
  const now = latestStand(procedure, id, party);
  const round = negotiationRound(procedure);
  const earlier = (procedure.clauseStands ?? []).filter((one) => one.round < round);
  const before = latestStand({ clauseStands: earlier }, id, party);
  return {
    party,
    now,
    before,
    movement: round === 1 || now?.round !== round ? null : movementOf(before, now),
    onEarlierWords: now === null || textHash === null ? null : now.textHash !== textHash,
  };
}

function movementOf(before: ClauseStand | null, now: ClauseStand): Movement | null {
  if (!before) return 'spoke';
  const way = distance[now.stand] - distance[before.stand];
  if (way !== 0) return way < 0 ? 'nearer' : 'further';
  return now.reason === before.reason && now.change === before.change ? null : 'reworded';
}

function wordsMoved(
  then: readonly ClauseWording[],
  { id, textHash }: { readonly id: string; readonly textHash: string | null },
): ClauseInNegotiation['words'] {
  const before = then.find((one) => one.id === id);
  if (!before) return 'added';
  return textHash === null || before.textHash === textHash ? null : 'changed';
}
