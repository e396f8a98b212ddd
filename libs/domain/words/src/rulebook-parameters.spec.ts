import {
  benchRulebook,
  parametersOf,
  presets,
  rulebookFrom,
  valueAt,
  withValueAt,
  type Rulebook,
  type RulebookParameter,
} from '@tavolo/governance';
import { languages } from '@tavolo/kernel';
import { rulebookText } from './rulebook-text.js';

const name = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-11-24',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
} as const;

/** Every preset, and the bench, with every part that may be left out and the right of the market. */
const rulebooks: readonly Rulebook[] = [
  ...presets.flatMap((preset) => rulebookFrom(preset, name) ?? []),
  benchRulebook({ ...name, sector: 'citizens' }),
].map((rulebook) =>
  parametersOf({ ...rulebook, market: 'voice' }).reduce<Rulebook>(
    (whole, { path, group }) =>
      group && (valueAt(whole, path) ?? null) === null ? withValueAt(whole, path, group.start) : whole,
    { ...rulebook, market: 'voice' },
  ),
);

/** Another value that the parameter may have. */
function other({ path, kind, choices = [], group }: RulebookParameter, rulebook: Rulebook): unknown {
  const value = valueAt(rulebook, path);
  switch (kind) {
    case 'group':
      return group?.leftOut;
    case 'yesNo':
      return value !== true;
    case 'choice':
      return choices.find((one) => one !== value);
    case 'sectors':
      return ['market'];
    case 'fraction':
      return '7/9';
    case 'days':
    case 'number':
      return Number(value) + 41;
  }
}

describe.each(languages)('the settings of a rulebook: %s', (language) => {
  it('are each said in a sentence, so that no change of one goes unsaid', () => {
    const unsaid = rulebooks.flatMap((rulebook) => {
      const before = rulebookText(rulebook, language).join('\n');
      return parametersOf(rulebook)
        .filter(
          (one) => rulebookText(withValueAt(rulebook, one.path, other(one, rulebook)), language).join('\n') === before,
        )
        .map(({ path }) => `${String(rulebook.preset)}: ${path}`);
    });
    expect(unsaid).toEqual([]);
  });
});
