import { type Rulebook } from '../rulebook.js';
import { type Sector } from '../seat.js';
import { consultationPresets } from './consultation-presets.js';
import { instrumentPresets } from './instrument-presets.js';
import { planningPresets } from './planning-presets.js';
import { presetKeys, type Preset, type PresetKey, type PresetRules } from './preset.js';
import { selfGoverningPresets } from './self-governing-presets.js';

const all: readonly Preset[] = [
  ...consultationPresets,
  ...planningPresets,
  ...selfGoverningPresets,
  ...instrumentPresets,
];

/** Every preset of domain.md section 3, in its order. */
export const presets: readonly Preset[] = presetKeys.map(presetOf);

/** The preset of that key. */
export function presetOf(key: PresetKey): Preset {
  const found = all.find((one) => one.key === key);
  if (!found) throw new RangeError(`there is no preset ${key}`);
  return found;
}

/** Whether a text names a preset. */
export const isPresetKey = (text: string): text is PresetKey => (presetKeys as readonly string[]).includes(text);

/** What a rulebook says of itself. */
export type RulebookName = Pick<Rulebook, 'key' | 'version' | 'adoptedOn' | 'zone' | 'holidays'>;

/**
 * The rulebook of a table that is opened from a preset; `null` where the preset is no table's. `sectors`: those with voting seats. They are
 * the parties of a table that negotiates, unless the preset fixes shares between its own.
 */
export function rulebookFrom(preset: Preset, name: RulebookName, sectors?: readonly Sector[]): Rulebook | null {
  const { key, rules, shares, conditions, provisions } = preset;
  if (!rules) return null;
  const head = {
    ...name,
    preset: key,
    ...(shares ? { shares } : {}),
    ...(conditions ? { conditions } : {}),
    provisions,
  };
  return { ...head, ...settingsFor(rules, shares ? undefined : sectors) };
}

type Settings<Of extends Rulebook = Rulebook> = Of extends Rulebook
  ? Omit<Of, keyof RulebookName | 'preset' | 'shares' | 'conditions' | 'provisions'>
  : never;

function settingsFor(rules: PresetRules, sectors: readonly Sector[] | undefined): Settings {
  if (rules.mode !== 'planning' || !sectors || sectors.length === 0) return rules;
  const { decision } = rules;
  // Where the preset asks for more yes than no in each party, it asks it of the parties of this table.
  const concurrence = decision.concurrence.length > 0 ? sectors : decision.concurrence;
  return { ...rules, parties: sectors, decision: { ...decision, concurrence } };
}
