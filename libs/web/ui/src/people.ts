import { type MemberView, type OrganisationView, type SeatView } from '@tavolo/contracts';
import { wordsIn, type Language, type Words } from '@tavolo/kernel';
import { messagesIn, tableMessages, type Names } from '@tavolo/words';

interface People {
  readonly seats: readonly SeatView[];
  readonly roles?: readonly { readonly holder: MemberView }[] | undefined;
  readonly formerMembers?: readonly MemberView[] | undefined;
  /** Those without a seat. */
  readonly organisations?: readonly OrganisationView[] | undefined;
}

/** Names for the pseudonyms and ids that procedures, results and log entries carry. */
export interface Directory extends Names {
  /** A member's name; the label of her seat when the reader may not see names. */
  readonly member: (member: string) => string;
  /** Who sits there: the holder's name, else the seat's label. */
  readonly seatHolder: (seat: string) => string;
  readonly organisation: (organisation: string) => string;
  readonly seatOf: (member: string) => SeatView | null;
}

/** `Third sector, seat 3` */
export const seatLabel = ({ sector, number }: Pick<SeatView, 'sector' | 'number'>, language: Language): string => {
  const say = messagesIn(tableMessages, language);
  return say('seat.label', { sector: say(`sector.${sector}`), number });
};

/** Looks up people of one table in the reader's language; ids that are not found read as someone no longer there. */
export function directoryOf(
  { seats, roles = [], formerMembers = [], organisations: elsewhere = [] }: People,
  language: Language,
): Directory {
  const say = messagesIn(tableMessages, language);
  const seatById = new Map(seats.map((seat) => [seat.id, seat]));
  const names = new Map<string, string>();
  const seatOfMember = new Map<string, SeatView>();
  const note = (member: MemberView | null, seat: SeatView | null): void => {
    if (!member) return;
    if (member.name !== null) names.set(member.member, member.name);
    if (seat && !seatOfMember.has(member.member)) seatOfMember.set(member.member, seat);
  };
  for (const seat of seats) note(seat.holder, seat);
  for (const seat of seats) note(seat.deputy, seat);
  for (const { holder } of roles) note(holder, null);
  for (const member of formerMembers) note(member, null);
  const seated = seats.flatMap(({ organisation }) => organisation ?? []);
  const organisations = new Map([...elsewhere, ...seated].map((organisation) => [organisation.id, organisation]));
  const unknown = say('seat.unknown');
  const seatText = (id: string): string => {
    const seat = seatById.get(id);
    return seat ? seatLabel(seat, language) : unknown;
  };
  const seatHolder = (id: string): string => seatById.get(id)?.holder?.name ?? seatText(id);
  const organisation = (id: string): string => {
    const name = organisations.get(id)?.name;
    return (name && wordsIn(name as Words, language)?.text) ?? id;
  };
  return {
    member: (member) => {
      const seat = seatOfMember.get(member);
      return names.get(member) ?? (seat ? seatLabel(seat, language) : unknown);
    },
    seat: seatText,
    seatHolder,
    organisation,
    subject: (id) => (organisations.has(id) ? organisation(id) : seatText(id)),
    seatOf: (member) => seatOfMember.get(member) ?? null,
  };
}
