import { actNames, platformProblems } from '@tavolo/contracts';
import {
  agreementKinds,
  autoAdministrationStages,
  autoRegulationStages,
  blockReasons,
  callInGrounds,
  choices,
  consultationStages,
  expectationKeys,
  expenseTypes,
  explanationKeys,
  levels,
  mandateStates,
  modes,
  planningStages,
  positions,
  presetKeys,
  provisionKeys,
  refusalCodes,
  replyOutcomes,
  rulebookSentenceKeys,
  rulePlaces,
  sectors,
  tableRoles,
  whoDecidesKeys,
} from '@tavolo/governance';
import {
  type Catalogue,
  conditionMessages,
  explanationMessages,
  modeMessages,
  presetMessages,
  provisionMessages,
  rulebookMessages,
  rulePlaceMessages,
  stageMessages,
  expectationMessages,
  tableMessages,
} from '@tavolo/words';
import { actMessages } from './act-messages.js';
import { problemMessages } from './problem-messages.js';
import { refusalMessages } from './refusal-messages.js';
import { shellMessages } from './shell-messages.js';

const catalogues: readonly Catalogue[] = [
  actMessages,
  conditionMessages,
  expectationMessages,
  explanationMessages,
  modeMessages,
  presetMessages,
  problemMessages,
  provisionMessages,
  refusalMessages,
  rulebookMessages,
  rulePlaceMessages,
  shellMessages,
  stageMessages,
  tableMessages,
];

const braces = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
const has = ({ messages: { en } }: Catalogue, key: string): boolean =>
  key in en || (`${key}_one` in en && `${key}_other` in en);
const missing = (words: Catalogue, keys: readonly string[]): readonly string[] =>
  keys.filter((key) => !has(words, key));

describe.each(catalogues.map((words) => [words.namespace, words] as const))('the words of %s', (_, words) => {
  const { en, it: italian } = words.messages;

  it('are the same keys in both languages', () => {
    expect(Object.keys(italian).sort()).toEqual(Object.keys(en).sort());
  });

  it('ask for the same values in both languages', () => {
    // `one` may be said without its number.
    const different = Object.keys(en).filter(
      (key) => !key.endsWith('_one') && braces(en[key] ?? '').join() !== braces(italian[key] ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  it('have both forms of every plural, and no empty message', () => {
    const keys = Object.keys(en);
    expect(keys.filter((key) => key.endsWith('_one') && !keys.includes(key.replace(/_one$/, '_other')))).toEqual([]);
    expect([...Object.entries(en), ...Object.entries(italian)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the words of results, rules and pages', () => {
  const told = [
    explanationMessages,
    rulebookMessages,
    shellMessages,
    stageMessages,
    tableMessages,
    problemMessages,
  ].map((words) => [words.namespace, words as Catalogue] as const);

  it.each(told)('put no number before a plural that it does not choose: %s', (_, { messages: { en, it: italian } }) => {
    const plural =
      /\{(?:have|needed|eligible|entitled|days|\w*[mM]in|count|given|perProposal|maxRounds)\} (?:seats|days|times|rounds|seggi|giorni|volte|giri)\b/u;
    const risky = [en, italian].flatMap((half) =>
      Object.entries(half).filter(([key, text]) => !key.endsWith('_other') && plural.test(text)),
    );
    expect(risky).toEqual([]);
  });
});

describe('the closed lists of the domain and the contracts', () => {
  it.each([
    ['acts', actMessages, actNames],
    ['refusals', refusalMessages, refusalCodes],
    ['explanations', explanationMessages, explanationKeys],
    ['expectations', expectationMessages, expectationKeys],
    ['places of rules', rulePlaceMessages, rulePlaces],
    [
      'rulebook sentences',
      rulebookMessages,
      rulebookSentenceKeys.filter((key) => !/^(?:condition|provision)\./u.test(key)),
    ],
    ['further conditions', conditionMessages, rulebookSentenceKeys.filter((key) => key.startsWith('condition.'))],
    ['provisions', provisionMessages, provisionKeys],
    ['presets', presetMessages, presetKeys.flatMap((key) => [`${key}.name`, `${key}.plain`])],
    [
      'modes of deciding',
      rulebookMessages,
      whoDecidesKeys.filter((key) => !key.startsWith('planning.')).map((key) => `who.${key}`),
    ],
    [
      'stages',
      stageMessages,
      [...planningStages, ...consultationStages, ...autoRegulationStages, ...autoAdministrationStages].flatMap(
        (one) => [`name.${one}`, `now.${one}`],
      ),
    ],
    ['modes', modeMessages, modes.flatMap((mode) => [`name.${mode}`, `sentence.${mode}`])],
    ['problems', problemMessages, Object.keys(platformProblems).flatMap((code) => [`${code}.title`, `${code}.detail`])],
    [
      'seats, choices and outcomes',
      tableMessages,
      [
        ...sectors.map((one) => `sector.${one}`),
        ...tableRoles.map((one) => `role.${one}`),
        ...levels.map((one) => `level.${one}`),
        ...choices.map((one) => `choice.${one}`),
        ...positions.map((one) => `position.${one}`),
        ...replyOutcomes.map((one) => `outcome.${one}`),
        ...agreementKinds.map((one) => `agreement.${one}`),
        ...blockReasons.map((one) => `blockReason.${one}`),
        ...callInGrounds.map((one) => `ground.${one}`),
        ...mandateStates.map((one) => `mandateState.${one}`),
        ...expenseTypes.map((one) => `expense.${one}`),
      ],
    ],
  ] as const)('have words for all %s', (_, words, keys) => {
    expect(missing(words, keys)).toEqual([]);
  });
});
