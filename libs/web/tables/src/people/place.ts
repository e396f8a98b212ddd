import { type MemberView, type SeatView, type TableActBody, type TableView } from '@tavolo/contracts';
import { type TableRole } from '@tavolo/governance';

/** What somebody has at a table: a seat as its holder or its deputy, or a role. */
export type Place =
  | { readonly kind: 'holder' | 'deputy'; readonly seat: SeatView; readonly member: MemberView }
  | { readonly kind: 'role'; readonly role: TableRole; readonly member: MemberView };

type Me = TableView['me'];

export const isOwn = (me: Me, { member }: Pick<Place, 'member'>): boolean => me.member === member.member;

type Guided = Pick<TableView, 'me' | 'room' | 'rolesView'>;

const guiding: readonly TableRole[] = ['facilitator', 'coordinator'];
/** Who sits in a bench follows from its table. */
const follows = ({ room }: Pick<Guided, 'room'>, kind: Place['kind']): boolean =>
  room?.kind === 'bench' && kind !== 'role';
const guides = ({ roles }: Me): boolean => roles.some((role) => guiding.includes(role));

/** Administrators give places; in a private room whoever guides it, and while nobody does, any of its seats. */
export function mayGive(view: Guided, kind: Place['kind']): boolean {
  const { me, room, rolesView } = view;
  if (follows(view, kind)) return false;
  if (!room) return me.administrator;
  return guides(me) || (me.seat !== null && !rolesView.some(({ role }) => guiding.includes(role)));
}

/** Everybody gives up what is her own; administrators end the places of others too, in a private room whoever guides it. */
export function mayEnd(view: Guided, place: Pick<Place, 'kind' | 'member'>): boolean {
  const { me, room } = view;
  if (follows(view, place.kind)) return false;
  return isOwn(me, place) || (room ? guides(me) : me.administrator);
}

/** What ending this place leaves behind: a role that nobody has, or a sector without a vote; `null` when somebody else is left. */
export function lastOf({ seatsView, rolesView }: Pick<TableView, 'seatsView' | 'rolesView'>, place: Place) {
  if (place.kind === 'role') {
    const others = rolesView.some(({ role, holder }) => role === place.role && holder.member !== place.member.member);
    return others ? null : 'role';
  }
  const { seat } = place;
  if (place.kind === 'deputy' || seat.right !== 'vote') return null;
  const others = seatsView.some(
    ({ id, sector, right, holder }) => id !== seat.id && sector === seat.sector && right === 'vote' && holder !== null,
  );
  return others ? null : 'sector';
}

/** The people who have a seat or a role, each once, in the order of the page. */
export function peopleAt({ seatsView, rolesView }: Pick<TableView, 'seatsView' | 'rolesView'>): readonly MemberView[] {
  const all = [
    ...seatsView.flatMap(({ holder, deputy }) => [holder, deputy]),
    ...rolesView.map(({ holder }) => holder),
  ].filter((member) => member !== null);
  return [...new Map(all.map((member) => [member.member, member])).values()];
}

/** Those of the table who may take a seat: one person has one seat. */
export const withoutSeat = (view: Pick<TableView, 'seatsView' | 'rolesView'>): readonly MemberView[] =>
  peopleAt(view).filter(
    ({ member }) =>
      !view.seatsView.some(({ holder, deputy }) => holder?.member === member || deputy?.member === member),
  );

/** Those of the table who do not have that role yet. */
export const withoutRole = (
  view: Pick<TableView, 'seatsView' | 'rolesView'>,
  role: TableRole | '',
): readonly MemberView[] =>
  peopleAt(view).filter(
    ({ member }) => !view.rolesView.some((held) => held.role === role && held.holder.member === member),
  );

/** Who takes a place, as the server is told. */
export type Newcomer = Pick<TableActBody<'role.given'>, 'member' | 'person'>;
