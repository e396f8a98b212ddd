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

/** A short key for people to say aloud, made from the name of an area, that no other has in any case: `A-NORTH`, `A-NORTH-2`. */
export async function freeAreaKey(manager: EntityManager, name: Words): Promise<string> {
  const stem = stemOf('A', name);
  const taken = await keysLike(manager, 'select key from tables_area where upper(key) like $1', stem);
  return stem === 'A' || taken.has(stem) ? numbered(stem, stem === 'A' ? 1 : 2, taken) : stem;
}

/**
 * The same for a table, always with a number: `T-FAMILY-1`. Private rooms are not asked, and none has a key that ends in a number
 * (`isRoomKey`), so that the key which a table gets tells nothing of a room that its opener cannot know of.
 */
export async function freeTableKey(manager: EntityManager, name: Words): Promise<string> {
  const stem = stemOf('T', name);
  const sql = `select key from tables_table where kind = 'table' and upper(key) like $1`;
  return numbered(stem, 1, await keysLike(manager, sql, stem));
}

/** Keys of private rooms that are given: never one that a table could get by its name. */
export const isRoomKey = (key: string): boolean => !/-\d+$/u.test(key);

const stemOf = (prefix: string, name: Words): string => (letters(name) === '' ? prefix : `${prefix}-${letters(name)}`);

async function keysLike(manager: EntityManager, sql: string, stem: string): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ key: string }[]>(sql, [`${stem}%`]);
  return new Set(rows.map((row) => row.key.toUpperCase()));
}

function numbered(stem: string, first: number, taken: ReadonlySet<string>): string {
  for (let number = first; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}
