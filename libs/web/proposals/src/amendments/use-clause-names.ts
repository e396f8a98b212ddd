import { type AmendmentView, type VersionView } from '@tavolo/contracts';
import { wordsIn, type Words } from '@tavolo/kernel';
import { useLanguage, useMessages } from '@tavolo/web-ui';
import { writingMessages } from '../messages/writing-messages.js';
import { useStanding } from '../page/proposal-context.js';
import { useLiveText, type LiveClause } from '../writing/live-text.js';

/** Characters by which a reader knows a clause again. */
const firstWords = 60;

export interface ClauseNames {
  /** The clauses for which a change can be asked now, and how each is called. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** How a clause is called that is given with its words. */
  readonly nameOf: (clause: Pick<LiveClause, 'number' | 'words'>) => string;
  /** Which part of the text a change is about: the number and the first words of its clause, as they were when it was asked for. */
  readonly about: (amendment: Pick<AmendmentView, 'clause' | 'version'>) => string;
  /** The number that the clause has now; `null` for the whole text and for a clause that is there no longer. */
  readonly numberNow: (clause: string | null) => number | null;
}

/** Clauses as people know them: by number and first words. */
export function useClauseNames(): ClauseNames {
  const { view } = useStanding();
  const { language } = useLanguage();
  const say = useMessages(writingMessages);
  const { clauses: live = [] } = useLiveText();
  const of = (version: VersionView | undefined): LiveClause[] =>
    (version?.clauses ?? []).map(({ id, number, text }) => {
      return { id, number, words: wordsIn(text as Words, language)?.text ?? '' };
    });
  const newest = of(view.versions.at(-1));
  const current = live.length > 0 ? live : newest;
  const name = ({ number, words }: Pick<LiveClause, 'number' | 'words'>): string => {
    const shown = beginningOf(words, firstWords);
    return shown === '' ? say('clause', { number }) : say('clause.words', { number, words: shown });
  };
  const find = (clauses: readonly LiveClause[], id: string | null): LiveClause | undefined =>
    clauses.find((clause) => clause.id === id);
  return {
    // Once there is a version the server knows its clauses only.
    choices: (newest.length > 0 ? newest : live).map((clause) => ({ id: clause.id, name: name(clause) })),
    nameOf: name,
    about: ({ clause, version }) => {
      if (clause === null) return say('change.whole');
      const asked = find(of(view.versions.find(({ n }) => n === version)), clause);
      const known = asked ?? find(newest, clause) ?? find(live, clause);
      return known ? name(known) : say('change.gone');
    },
    numberNow: (clause) => find(current, clause)?.number ?? null,
  };
}

/** The first words of a text in one line, at most so many characters of them; empty where there are none. */
export function beginningOf(words: string, most: number): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  return `${line.slice(0, most).replace(/\S*$/u, '').trim() || line.slice(0, most)}…`;
}
