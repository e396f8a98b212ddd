/** Dark enough for white letters on them (contrast of 4.5 or more), and told apart by most people who see few colours. */
const colours = [
  '#1f4e9c',
  '#a3341f',
  '#1b6b3a',
  '#7a3b8f',
  '#8a5300',
  '#0d6a75',
  '#9b2257',
  '#4d5a00',
  '#5a4fcf',
  '#5c4033',
] as const;

/**
 * The colours of the people in one document. Nobody has the colour of somebody else who is there while any colour is left; a member keeps hers
 * in all her windows and at every visit, unless somebody else has it by then.
 */
export class WriterColours {
  private readonly given = new Map<string, string>();

  /**
   * @param member who comes
   * @param present the members who are in the document now
   */
  give(member: string, present: ReadonlySet<string>): string {
    const taken = new Set<string>();
    for (const [other, colour] of this.given) {
      if (other !== member && present.has(other)) taken.add(colour);
    }
    const first = placeOf(member);
    const inOrder = [...colours.slice(first), ...colours.slice(0, first)];
    const kept = this.given.get(member);
    const free = [...(kept === undefined ? [] : [kept]), ...inOrder].find((colour) => !taken.has(colour));
    const colour = free ?? inOrder[0] ?? colours[0];
    this.given.set(member, colour);
    return colour;
  }
}

/** Where in the palette a member's own colour is: the same in every document. */
function placeOf(member: string): number {
  let hash = 0;
  for (const character of member) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % colours.length;
}
