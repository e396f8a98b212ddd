import { NativeSelect, TextInput } from '@mantine/core';
import { openingRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { useMessages, useWords } from '@tavolo/web-ui';
import { openingMessages } from '../messages/opening-messages.js';
import styles from './opening.module.css';

/** None, one that there is, or a new one by its name. */
export type AreaWanted =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string };

interface AreaChoiceProps {
  readonly area: AreaWanted;
  readonly tried: boolean;
  readonly onChange: (area: AreaWanted) => void;
}

/** Chooses a social area, or names a new one. */
export function AreaChoice({ area, tried, onChange }: AreaChoiceProps) {
  const say = useMessages(openingMessages);
  const words = useWords();
  const { data: areas = [] } = useRead(openingRoutes.areas);
  const short = tried && area.kind === 'new' && area.name.trim().length < 3;
  return (
    <div className={styles.setting}>
      <NativeSelect
        label={say('area')}
        value={area.kind === 'known' ? area.id : area.kind}
        data={[
          { value: 'none', label: say('area.none') },
          ...areas.map(({ id, name }) => ({ value: id, label: words(name) })),
          { value: 'new', label: say('area.new') },
        ]}
        onChange={({ currentTarget: { value } }) => {
          if (value === 'none') onChange({ kind: 'none' });
          else onChange(value === 'new' ? { kind: 'new', name: '' } : { kind: 'known', id: value });
        }}
      />
      {area.kind === 'new' && (
        <TextInput
          label={say('area.name')}
          maxLength={120}
          value={area.name}
          error={short ? say('area.short') : undefined}
          aria-invalid={short ? true : undefined}
          onChange={({ currentTarget }) => onChange({ kind: 'new', name: currentTarget.value })}
        />
      )}
    </div>
  );
}
