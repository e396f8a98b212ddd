import { type Difference } from '@tavolo/governance';
import { type Json } from '@tavolo/kernel';

/** A sentence in both languages. */
export interface Sentence {
  readonly en: string;
  readonly it: string;
}

const date: Sentence = { en: 'the date', it: 'la data' };

/** Where in an entry something stands, as a reader would call it. */
const places: readonly (readonly [place: RegExp, words: Sentence])[] = [
  [/^at$/u, { en: 'its moment', it: 'il suo momento' }],
  [/^actor$/u, { en: 'who acted', it: 'chi ha agito' }],
  [/^data\.seat$/u, { en: 'the seat', it: 'il seggio' }],
  [/^data\.roles/u, { en: 'the roles', it: 'i ruoli' }],
  [/^data\.member$/u, { en: 'the member', it: 'la persona' }],
  [/^data\.rulebook/u, { en: 'the rulebook', it: 'il regolamento' }],
  [/^data\.verdict$/u, { en: 'the verdict', it: 'l’esito' }],
  [/^data\.counts/u, { en: 'the count', it: 'il conteggio' }],
  [/^data\.eligible$/u, { en: 'the number of seats entitled to vote', it: 'il numero di seggi con diritto di voto' }],
  [/^data\.explanation/u, { en: 'the explanation of the verdict', it: 'la spiegazione dell’esito' }],
  [/^data\.input\.now$/u, { en: 'the moment of the decision', it: 'il momento della decisione' }],
  [/^data\.after\.stage$/u, { en: 'the stage afterwards', it: 'la fase che ne segue' }],
  [/^data\.after\.since$/u, { en: 'the beginning of the stage', it: 'l’inizio della fase' }],
  [/^data\.after\.(deadline|due)$/u, { en: 'the time limit afterwards', it: 'il termine che ne segue' }],
  [/^data\.(closesAt|closesOn|until|dueOn|reviewOn|date|reportDueOn|expiresOn|possibleFrom)$/u, date],
  [/^data\.after\.reportDueOn$/u, { en: 'the day of the next report', it: 'il giorno della prossima relazione' }],
  [/^data\.after\.state$/u, { en: 'the state afterwards', it: 'lo stato che ne segue' }],
  [/^data\.(told|input\.carries\.mandate)/u, { en: 'how the mandate stood', it: 'come stava il mandato' }],
  [/^data\.(amount|spent)$/u, { en: 'the amount', it: 'l’importo' }],
];

const longest = 120;

/** A value as it stands in the log, shortened. */
function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** What does not agree, in plain words; the entry is named beside it. */
export function differenceWords({ act, subject, kind, place, expected, recorded }: Difference): Sentence {
  const name = places.find(([pattern]) => pattern.test(place))?.[1];
  const where = name ? { en: `${name.en} (${place})`, it: `${name.it} (${place})` } : { en: place, it: place };
  const en = `${act} of ${subject}`;
  const it = `${act} di ${subject}`;
  switch (kind) {
    case 'value':
      return {
        en: `${en}: ${where.en} is recorded as ${shown(recorded)}, but comes out as ${shown(expected)}`,
        it: `${it}: ${where.it} risulta registrato come ${shown(recorded)}, ma secondo le regole è ${shown(expected)}`,
      };
    case 'refused':
      return {
        en: `${en}: the rules refuse it (${shown(expected)}, rule ${shown(recorded)})`,
        it: `${it}: le regole lo rifiutano (${shown(expected)}, regola ${shown(recorded)})`,
      };
    case 'missing':
      return {
        en: `${en}: by the rules ${shown(expected)} has to be recorded here, and is not`,
        it: `${it}: secondo le regole qui deve essere registrato ${shown(expected)}, e non c’è`,
      };
    case 'unexpected':
      return {
        en: `${en}: it does not follow from anything that was recorded before`,
        it: `${it}: non segue da nulla di quanto registrato prima`,
      };
    case 'unknown':
      return {
        en: `${en}: no act that this procedure knows here`,
        it: `${it}: non è un atto che questa procedura conosce a questo punto`,
      };
  }
}

/** That part of a log was written before entries carried what decided. */
export const unreplayableWords = (subject: string, entry: number): Sentence => ({
  en: `${subject} cannot be replayed from entry ${entry} (line ${entry + 1}) on: the entry does not carry what decided, as entries did not before this was kept`,
  it: `${subject} non può essere rieseguito dalla voce ${entry} (riga ${entry + 1}): la voce non contiene ciò che ha deciso, come quelle scritte prima che lo si conservasse`,
});
