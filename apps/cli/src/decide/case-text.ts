import { type CaseRules, type CaseVerdict, type Preset, type Rulebook } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { explanationText, formats, messagesIn, presetText, whoDecidesText } from '@tavolo/words';
import { type CaseFault } from './case-faults.js';
import { type CaseFile } from './case.schema.js';
import { decideMessages } from './decide-messages.js';

const isRulebook = (rules: CaseRules): rules is Rulebook => 'mode' in rules;

/** What the rules of a case are called: the key of the rulebook, or the name of the preset. */
export const rulesName = (rules: CaseRules, preset: Preset | null, language: Language): string =>
  preset ? presetText(preset, language).name : rules.key;

/** The verdict with its explanation in plain words, line by line. */
export function verdictLines(
  file: CaseFile,
  rules: CaseRules,
  preset: Preset | null,
  { verdict, explanations }: CaseVerdict,
  language: Language,
): readonly string[] {
  const say = messagesIn(decideMessages, language);
  const name = rulesName(rules, preset, language);
  const naming = { language, directory: { seat: (seat: string) => seat, subject: (subject: string) => subject } };
  const version = isRulebook(rules) ? rules.version : 1;
  return [
    preset ? say('line.preset', { name }) : say('line.rulebook', { name, version }),
    say('line.date', { date: formats(language).date(file.date) }),
    ...(file.call === 2 ? [say('line.call')] : []),
    ...(isRulebook(rules) ? [whoDecidesText(rules, language)] : []),
    '',
    say('line.verdict', { verdict: say(`verdict.${verdict}`) }),
    '',
    ...explanations.flatMap((explanation) => explanationText(explanation, naming).split('\n')),
    ...(preset ? ['', ...sourceLines(preset, language)] : []),
  ];
}

function sourceLines(preset: Preset, language: Language): readonly string[] {
  const say = messagesIn(decideMessages, language);
  const { sources } = presetText(preset, language);
  return [say('line.sources'), ...sources.map((source) => `  ${source}`), say('line.model')];
}

/** A fault of a case as one sentence. */
export function faultText({ code, values }: CaseFault, language: Language): string {
  const write = formats(language);
  const said = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'string') return [name, write.list(value)] as const;
    return [name, dates.has(name) ? write.date(value) : value] as const;
  });
  return messagesIn(decideMessages, language)(`fault.${code}`, Object.fromEntries(said));
}

const dates: ReadonlySet<string> = new Set(['date', 'adoptedOn', 'from']);
