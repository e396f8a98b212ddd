import { presets, rulebookFrom } from './presets/presets.js';
import { type Rulebook } from './rulebook.js';
import { parametersOf, valueAt, withValueAt } from './rulebook-parameters.js';

const name = {
  key: 'RB-1',
  version: 1,
  adoptedOn: '2026-11-24',
  zone: 'Europe/Rome',
  holidays: { country: 'IT', local: [] },
} as const;
const rulebooks = presets.flatMap((preset) => rulebookFrom(preset, name) ?? []);
const planning = rulebooks.find(({ mode }) => mode === 'planning')!;

/** The same rules with a quorum and with consent first, so that every setting of these is used. */
const inUse = (rulebook: Rulebook): Rulebook =>
  rulebook.mode === 'planning'
    ? withValueAt(withValueAt(rulebook, 'decision.first', 'consent'), 'quorum.overall.fraction', '1/2')
    : rulebook;

/** Every leaf of the settings of a rulebook, by path. */
function leaves(part: unknown, path: string): readonly string[] {
  if (Array.isArray(part) || part === null || typeof part !== 'object') return [path];
  return Object.entries(part).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

describe('the parameters of a rulebook', () => {
  it('are all its settings, for every preset of a table that is offered', () => {
    const head = /^(?:key|version|adoptedOn|zone|holidays\.\w+|mode|preset|provisions|conditions\..*|ratifyingOrgan)$/u;
    for (const rulebook of rulebooks) {
      const missing = leaves(rulebook, '')
        .filter((path) => !head.test(path))
        // Holders of a mandate decide as one: no rule of theirs asks about sectors.
        .filter((path) => path !== 'quorum.emptySector' || rulebook.mode !== 'auto_administration')
        .filter((path) => !parametersOf(inUse(rulebook)).some((one) => one.path === path));
      expect(missing).toEqual([]);
    }
  });

  it('can each be changed without touching another', () => {
    const changed = withValueAt(planning, 'hold.days', 20);
    expect(valueAt(changed, 'hold.days')).toBe(20);
    expect(withValueAt(changed, 'hold.days', 15)).toEqual(planning);
    expect(valueAt(planning, 'hold.days')).toBe(15);
  });

  it('are left out with the part to which they belong', () => {
    const without = withValueAt(withValueAt(planning, 'hold', null), 'quorum.secondCall', undefined);
    const paths = parametersOf(without).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['hold', 'quorum.secondCall']));
    expect(paths.filter((path) => /^(?:hold|quorum\.secondCall)\./u.test(path))).toEqual([]);
    expect('secondCall' in (valueAt(without, 'quorum') as object)).toBe(false);
  });

  it('are not asked for where they would change nothing', () => {
    const paths = (rulebook: Rulebook) => parametersOf(rulebook).map(({ path }) => path);
    const consultation = rulebooks.find(({ mode }) => mode === 'consultation')!;
    expect(paths(withValueAt(consultation, 'extension.times', 0))).not.toContain('extension.days');
    expect(paths(consultation)).toContain('extension.days');
    expect(paths(withValueAt(planning, 'decision.first', 'ballot'))).not.toContain('maxConsentRounds');
    expect(paths(withValueAt(planning, 'negotiatingMandate', true))).not.toContain('ratificationDays');
    expect(paths(planning)).not.toContain('market');
    expect(paths({ ...planning, market: 'voice' })).toContain('market');
  });

  it('reach into further conditions and shares', () => {
    const tripartite = rulebooks.find(({ preset }) => preset === 'ilo-tripartite')!;
    const paths = parametersOf(tripartite).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['shares.public', 'conditions.conditions.0.value']));
    expect(
      valueAt(withValueAt(tripartite, 'conditions.conditions.0.value', '2/3'), 'conditions.conditions.0.value'),
    ).toBe('2/3');
  });
});
