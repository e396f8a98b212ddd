import {
  decideCase,
  presetOf,
  rulebookFrom,
  type CaseRules,
  type CaseVerdict,
  type DecisionCase,
  type Preset,
} from '@tavolo/governance';
import { languages, seatId, type Language } from '@tavolo/kernel';
import { messagesIn } from '@tavolo/words';
import { readText } from '../bundle/bundle-source.js';
import { oneLine } from '../bundle/report-text.js';
import { UsageError, parseArguments, type Command, type Terminal } from '../command.js';
import { faultsOf } from '../decide/case-faults.js';
import { faultText, rulesName, verdictLines } from '../decide/case-text.js';
import { type CaseFile } from '../decide/case.schema.js';
import { decideMessages } from '../decide/decide-messages.js';
import { readCase } from '../decide/read-case.js';

/** `tavolo decide`: what rules say of a case, with the explanation. */
export const decide: Command = {
  name: 'decide',
  summary: 'what rules say of a case, and why',
  help: `tavolo decide FILE [--lang en|it] [--json]

Reads a case (JSON: rulebook or preset, seats, presence, votes, date) and prints the verdict with its explanation.
How a case is written, with examples: docs/decide.md.

  --lang en|it  the language of the answer; otherwise that of the terminal (LC_ALL, LC_MESSAGES, LANG), otherwise English
  --json        the verdict and its explanation as data

Exit code: 0 adopted, in favour or in force; 1 not; 2 a case that is not in order, or bad usage; 3 void, for lack of quorum.

Legge un caso (JSON: regolamento o modello, seggi, presenze, voti, data) e stampa l'esito con la spiegazione.`,
  run(args, terminal) {
    const { positionals, values } = parseArguments(args, { lang: { type: 'string' }, json: { type: 'boolean' } });
    const language = languageOf(values.lang, terminal);
    const say = messagesIn(decideMessages, language);
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) throw new UsageError(say('usage'));
    const read = readCase(readText(path, terminal.folder), path, language);
    if ('faults' in read) return complain(terminal, path, read.faults, language);
    const { file } = read;
    const { rules, preset } = rulesOf(file);
    const given = asCase(file);
    const faults = faultsOf(file, rules, given).map((fault) => faultText(fault, language));
    if (faults.length > 0) return complain(terminal, path, faults, language);
    const verdict = decideCase(rules, given);
    if (!verdict) {
      const sentence = say('fault.not_decided', { name: rulesName(rules, preset, language) });
      return complain(terminal, path, [sentence], language);
    }
    if (values.json === true)
      terminal.print(JSON.stringify({ rules: rules.key, date: file.date, ...verdict }, null, 2));
    else for (const line of verdictLines(file, rules, preset, verdict, language)) terminal.print(oneLine(line));
    return exitCodes[verdict.verdict];
  },
};

const exitCodes: Readonly<Record<CaseVerdict['verdict'], number>> = {
  adopted: 0,
  supportive: 0,
  in_force: 0,
  rejected: 1,
  contrary: 1,
  split: 1,
  not_in_force: 1,
  no_quorum: 3,
};

function languageOf(wanted: string | undefined, { locale }: Terminal): Language {
  const of = (tag: string): Language | undefined => languages.find((language) => language === tag);
  if (wanted === undefined) return of(locale.slice(0, 2).toLowerCase()) ?? 'en';
  const language = of(wanted);
  if (!language) throw new UsageError(`--lang: ${languages.join(' | ')}.`);
  return language;
}

const wordOf = (sentence: string): string => `  ${sentence}`;

function complain(terminal: Terminal, path: string, faults: readonly string[], language: Language): number {
  const [only, ...more] = faults;
  if (only !== undefined && more.length === 0) terminal.complain(oneLine(only));
  else {
    terminal.complain(oneLine(messagesIn(decideMessages, language)('fault.many', { file: path })));
    for (const sentence of faults) terminal.complain(oneLine(wordOf(sentence)));
  }
  return 2;
}

/** The rules of a case: its rulebook, or what its preset makes of the sectors that vote. */
function rulesOf({ rulebook, preset: key, date, seats }: CaseFile): { rules: CaseRules; preset: Preset | null } {
  if (rulebook) return { rules: rulebook, preset: null };
  if (!key) throw new RangeError('a case that was read names its rules');
  const preset = presetOf(key);
  const voting = new Set(seats.filter(({ right }) => right === 'vote').map(({ sector }) => sector));
  const name = {
    key,
    version: 1,
    adoptedOn: date,
    zone: 'Europe/Rome',
    holidays: { country: 'IT', local: [] },
  } as const;
  return { rules: rulebookFrom(preset, name, [...voting]) ?? preset, preset };
}

const asCase = ({ seats, presence, call, votes, spending, decision, replies }: CaseFile): DecisionCase => ({
  seats: seats.map((seat) => ({ ...seat, seat: seatId(seat.seat) })),
  presence: presence?.map((seat) => seatId(seat)) ?? null,
  call,
  votes,
  spending,
  decision,
  replies,
});
