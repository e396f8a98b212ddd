import { type EntityManager } from 'typeorm';
import { wordsIn, type Words } from '@tavolo/kernel';

const longest = 12;

/** Words that tell no table from another. */
const common = new Set(
  'TABLE TAVOLO AREA AMBITO OF THE FOR AND ON DI DEL DELLO DELLA DELL DEI DEGLI DELLE PER IL LO LA I GLI LE E SU A UN UNA'.split(
    ' ',
  ),
);

/** The first telling words of a name in capital letters without accents, `FAMILY-TABLE`; empty where it has none. */
function letters(name: Words): string {
  const plain = (wordsIn(name, 'it')?.text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  const words = plain.match(/[A-Z0-9]+/gu) ?? [];
  const telling = words.filter((word) => !common.has(word));
  const [first = '', ...more] = telling.length > 0 ? telling : words;
  return more.reduce(
    (key, word) => (`${key}-${word}`.length > longest ? key : `${key}-${word}`),
    first.slice(0, longest),
  );
}

/** A short key for people to say aloud, made from a name, that no row of `table` has in any case: `T-FAMILY`, `T-FAMILY-2`. */
export async function freeKey(
  manager: EntityManager,
  table: 'tables_table' | 'tables_area',
  prefix: string,
  name: Words,
): Promise<string> {
  const key = letters(name) === '' ? prefix : `${prefix}-${letters(name)}`;
  const rows = await manager.query<{ key: string }[]>(`select key from ${table} where upper(key) like $1`, [`${key}%`]);
  const taken = new Set(rows.map((row) => row.key.toUpperCase()));
  if (!taken.has(key) && key !== prefix) return key;
  for (let number = key === prefix ? 1 : 2; ; number += 1) {
    if (!taken.has(`${key}-${number}`)) return `${key}-${number}`;
  }
}
