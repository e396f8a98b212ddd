import { type ConsequenceName, type ProcedureActName } from './acts.js';
import { type Refusal, type RefusalCode } from './refusal.js';
import { refusal } from './refuse.js';
import { hasRole, seatOf } from './seats-of.js';
import { type Actor, type Composition, type Sector, type TableRole } from './seat.js';

/** In which quality an act may be done; any one of those listed is enough. */
type Who =
  | TableRole
  | 'sponsor'
  /** Any seat of the table, voice included. */
  | 'seat'
  | 'votingSeat'
  /** A voting seat of one of the parties. */
  | 'party'
  | 'decidingAuthority';

/** One row of a mode's table: at which stages an act is possible, who may do it, and where it may lead. Plain data. */
export interface Transition<Stage extends string> {
  readonly act: ProcedureActName;
  readonly from: readonly Stage[];
  readonly to: readonly Stage[];
  readonly who: readonly Who[];
  /** What an act outside these stages is told, where `wrong_stage` would say too little. */
  readonly outside?: RefusalCode;
}

/** What follows by itself from the clock: at which stages, and where it may lead. */
export interface ClockTransition<Stage extends string> {
  readonly consequence: ConsequenceName;
  readonly from: readonly Stage[];
  readonly to: readonly Stage[];
}

/** What a mode says about its people: who sponsors, and which sectors are parties. */
interface People {
  readonly sponsors: readonly string[];
  readonly parties: readonly Sector[];
}

const roles: readonly Who[] = ['coordinator', 'facilitator', 'secretary', 'guarantor'];
const isRole = (who: Who): who is TableRole => roles.includes(who);

/** Refuses someone who acts in none of the qualities that the row asks for; a voice seat is told that it has no vote. */
export function notYourRole(
  row: Pick<Transition<string>, 'who'> & { readonly act: string },
  actor: Actor,
  table: Composition,
  people: People,
): Refusal | null {
  if (row.who.some((who) => isIn(who, actor, table, people))) return null;
  const seat = seatOf(actor, table);
  const voteNeeded = row.who.includes('votingSeat') || row.who.includes('party');
  if (voteNeeded && seat?.right === 'voice') return refusal('no_vote', '2.1 Seat', { seat: seat.id });
  return refusal('not_your_role', '2.3 States and transitions', { act: row.act, needed: row.who });
}

function isIn(who: Who, actor: Actor, table: Composition, { sponsors, parties }: People): boolean {
  if (isRole(who)) return hasRole(actor, who);
  if (who === 'sponsor') return sponsors.includes(actor.member);
  const seat = seatOf(actor, table);
  if (!seat) return false;
  if (who === 'seat') return true;
  if (who === 'decidingAuthority') return seat.decidingAuthority;
  return seat.right === 'vote' && (who === 'votingSeat' || parties.includes(seat.sector));
}
