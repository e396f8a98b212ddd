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
];

/** The colour of a member's cursor, the same at every visit. */
export function colourOf(member: string): string {
  let hash = 0;
  for (const character of member) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return colours[hash % colours.length] ?? '#1f4e9c';
}
