import { furtherSentences, type Preset } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { messagesIn } from './messages-in.js';
import { presetMessages } from './messages/preset-messages.js';
import { rulebookSentenceText } from './rulebook-text.js';

/** A preset in words: its name, what it means, where it comes from, and what it says besides the settings of its mode. */
export interface PresetText {
  readonly name: string;
  readonly plain: string;
  /** Each with its kind: `Law: Algemene wet bestuursrecht`. */
  readonly sources: readonly string[];
  readonly further: readonly string[];
}

export function presetText(preset: Preset, language: Language): PresetText {
  const say = messagesIn(presetMessages, language);
  const { key, sources } = preset;
  return {
    name: say(`${key}.name`),
    plain: say(`${key}.plain`),
    sources: sources.map(({ kind, name }) => `${say(`source.${kind}`)}: ${name}`),
    further: furtherSentences(preset).map((sentence) => rulebookSentenceText(sentence, language)),
  };
}
