import { type MemberView, type TableView } from '@tavolo/contracts';
import { type Language, wordsIn } from '@tavolo/kernel';
import { seatLabel } from '@tavolo/web-ui';

type People = Pick<TableView, 'seatsView' | 'rolesView'>;

/** Whatever tells two people with one name apart is written after the name: the organisation, else the seat, else what she does. */
export function distinctNames({ seatsView, rolesView }: People, language: Language): ReadonlyMap<string, string> {
  const marks = new Map<string, { readonly name: string; readonly marks: readonly string[] }>();
  const note = (holder: MemberView | null, more: readonly (string | undefined)[]): void => {
    if (holder?.name == null || marks.has(holder.member)) return;
    marks.set(holder.member, { name: holder.name, marks: more.filter((mark) => mark !== undefined) });
  };
  const text = (words: object | null): string | undefined => wordsIn(words ?? {}, language)?.text;
  for (const seat of seatsView) {
    for (const who of [seat.holder, seat.deputy])
      note(who, [text(seat.organisation?.name ?? null), seatLabel(seat, language)]);
  }
  for (const { holder } of rolesView) note(holder, [text(holder.title)]);
  const all = [...marks.values()];
  return new Map(
    [...marks].map(
      ([
        member,
        {
          name,
          marks: [first, second],
        },
      ]) => {
        const same = all.filter((one) => one.name === name);
        if (same.length === 1 || first === undefined) return [member, name];
        const enough = same.filter((one) => one.marks[0] === first).length === 1;
        return [
          member,
          `${name} (${enough ? first : [first, second].filter((mark) => mark !== undefined).join(', ')})`,
        ];
      },
    ),
  );
}
