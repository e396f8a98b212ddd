import { NativeSelect } from '@mantine/core';
import { modes, presets, type Preset } from '@tavolo/governance';
import { ActionLink, presetMessages, presetText, useLanguage, useMessages } from '@tavolo/web-ui';
import { openingMessages } from '../messages/opening-messages.js';
import styles from './opening.module.css';

interface PresetChoiceProps {
  readonly preset: Preset;
  readonly onChange: (preset: Preset) => void;
}

/** Chooses a preset by its mode and name, and says what it means and where it comes from. */
export function PresetChoice({ preset, onChange }: PresetChoiceProps) {
  const say = useMessages(openingMessages);
  const sayPreset = useMessages(presetMessages);
  const { language } = useLanguage();
  const { plain, sources } = presetText(preset, language);
  const groups = modes.map((mode) => ({
    group: sayPreset(`kind.${mode}`),
    items: presets
      .filter(({ kind }) => kind === mode)
      .map(({ key }) => ({ value: key, label: sayPreset(`${key}.name`) })),
  }));
  return (
    <div className={styles.setting}>
      <NativeSelect
        label={say('preset')}
        value={preset.key}
        data={groups}
        onChange={({ currentTarget }) => {
          const chosen = presets.find(({ key }) => key === currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      />
      <p>{plain}</p>
      <details>
        <summary>{say('preset.sources')}</summary>
        <ul>
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        <p>{say('preset.model')}</p>
        <ActionLink to="/presets" weight="plain">
          {say('preset.all')}
        </ActionLink>
      </details>
    </div>
  );
}
