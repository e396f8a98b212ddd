import { titleSchema } from './proposals.js';
import { nameSchema } from './shared.js';

describe.each([
  ['a name', nameSchema],
  ['a title', titleSchema],
])('%s', (_, schema) => {
  it.each(['Ilaria Lumarelli', 'Zoë d’Ávila-Ñuñez', 'ليلى حداد', 'Ли-Сян 李翔', '  Omar  '])('may be %s', (words) => {
    expect(schema.parse(words)).toBe(words.trim());
  });

  it.each(['Ada\u202eirenisevoR', '\u2066Ada Roversani', 'Ada\nRoversani', 'Ada\u2028Roversani', '\u200b\u200b\u200b'])(
    'may not disguise itself or what stands beside it: %j',
    (words) => {
      expect(schema.safeParse(words).success).toBe(false);
    },
  );
});
