import { NativeSelect } from '@mantine/core';
import { type TableView } from '@tavolo/contracts';
import { modes, presets, rulebookFrom, type Mode, type Rulebook } from '@tavolo/governance';
import { presetMessages, presetText, useLanguage, useMessages } from '@tavolo/web-ui';
import { useState } from 'react';
import { modeChangeMessages } from '../messages/mode-change-messages.js';
import { RulebookFields } from '../rulebook/changing/rulebook-fields.js';
import { useRulebookDraft, type RulebookDraft } from '../rulebook/changing/use-rulebook-draft.js';
import styles from './mode-change.module.css';

/** The rules of every preset that opens a table in one of these modes, for the sectors that vote at the table. */
function rulesFor(view: TableView, wanted: readonly Mode[]) {
  const { zone, holidays, adoptedOn } = view.rulebook;
  const name = { key: `${view.rulebook.key}-new`, version: view.rulebook.version + 1, adoptedOn, zone, holidays };
  const voting = [...new Set(view.seatsView.filter(({ right }) => right === 'vote').map(({ sector }) => sector))];
  return presets.flatMap((preset) => {
    const rulebook = rulebookFrom(preset, name, voting);
    return rulebook && wanted.includes(rulebook.mode) ? [{ preset, rulebook }] : [];
  });
}

export interface NewRules {
  readonly options: ReturnType<typeof rulesFor>;
  readonly chosen: string;
  readonly draft: RulebookDraft;
  readonly choose: (preset: string) => void;
}

/** Rules for another mode, made from a preset and changed by hand. */
export function useNewRules(view: TableView, wanted: readonly Mode[]): NewRules {
  const options = rulesFor(view, wanted);
  const [chosen, setChosen] = useState<string>(options[0]?.preset.key ?? '');
  const base: Rulebook = options.find(({ preset }) => preset.key === chosen)?.rulebook ?? view.rulebook;
  const draft = useRulebookDraft(base);
  return {
    options,
    chosen,
    draft,
    choose: (preset) => {
      draft.reset();
      setChosen(preset);
    },
  };
}

/** Chooses the mode with a preset, says what it means, and offers every rule to be changed. */
export function NewRulesFields({ rules }: { readonly rules: NewRules }) {
  const { options, chosen, draft, choose } = rules;
  const say = useMessages(modeChangeMessages);
  const sayPreset = useMessages(presetMessages);
  const { language } = useLanguage();
  const preset = options.find((one) => one.preset.key === chosen)?.preset;
  const groups = modes
    .map((mode) => ({
      group: sayPreset(`kind.${mode}`),
      items: options
        .filter(({ rulebook }) => rulebook.mode === mode)
        .map(({ preset: { key } }) => ({ value: key, label: sayPreset(`${key}.name`) })),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <NativeSelect
        label={say('propose.preset')}
        value={chosen}
        data={groups}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      />
      {preset && <p>{presetText(preset, language).plain}</p>}
      <details className={styles.fold}>
        <summary>{say('propose.fields')}</summary>
        <RulebookFields draft={draft} />
      </details>
    </>
  );
}
