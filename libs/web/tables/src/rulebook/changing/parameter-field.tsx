import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { sectors, valueAt, type RulebookParameter, type Sector } from '@tavolo/governance';
import { tableMessages, useMessages } from '@tavolo/web-ui';
import { parameterMessages } from '../../messages/parameter-messages.js';
import styles from './changing.module.css';
import { type RulebookDraft } from './use-rulebook-draft.js';

type Key = keyof typeof parameterMessages.messages.en;

/** What a parameter is called. */
export function useParameterName(): (path: string) => string {
  const say = useMessages(parameterMessages);
  const sayTable = useMessages(tableMessages);
  return (path) => {
    const [first = '', second = '', third = ''] = path.split('.');
    if (first === 'shares') return say('shares', { sector: sayTable(`sector.${second as Sector}`) });
    if (first === 'conditions') return say('condition', { n: Number(third) + 1 });
    return say(path as Key);
  };
}

interface ParameterFieldProps {
  readonly parameter: RulebookParameter;
  readonly draft: RulebookDraft;
}

/** The field of one parameter; what is no value is said at the field and not taken. */
export function ParameterField({ parameter, draft }: ParameterFieldProps) {
  const { path, kind, choices = [], group } = parameter;
  const say = useMessages(parameterMessages);
  const label = useParameterName()(path);
  const value = valueAt(draft.rulebook, path);
  switch (kind) {
    case 'group': {
      const there = value !== null && value !== undefined;
      return (
        <Checkbox
          className={styles.group ?? ''}
          label={label}
          checked={there}
          onChange={() => draft.change(path, there ? group?.leftOut : group?.start)}
        />
      );
    }
    case 'yesNo':
      return <Checkbox label={label} checked={value === true} onChange={() => draft.change(path, value !== true)} />;
    case 'choice':
      return (
        <NativeSelect
          label={label}
          value={String(value)}
          data={choices.map((one) => ({ value: one, label: say(`choice.${one}` as Key) }))}
          onChange={({ currentTarget }) => draft.change(path, currentTarget.value)}
        />
      );
    case 'sectors':
      return <SectorsField path={path} label={label} draft={draft} />;
    case 'days':
    case 'number':
    case 'fraction':
      return <WrittenField path={path} label={label} draft={draft} isFraction={kind === 'fraction'} />;
  }
}

interface FieldProps {
  readonly label: string;
  readonly draft: RulebookDraft;
}

function SectorsField({ path, label, draft }: FieldProps & { readonly path: string }) {
  const say = useMessages(parameterMessages);
  const sayTable = useMessages(tableMessages);
  const chosen = valueAt(draft.rulebook, path) as readonly Sector[];
  const none = path === 'parties' && chosen.length === 0;
  return (
    <Checkbox.Group
      label={label}
      error={none ? say('wrong.none') : undefined}
      value={[...chosen]}
      onChange={(all) =>
        draft.change(
          path,
          sectors.filter((sector) => all.includes(sector)),
        )
      }
    >
      <div className={styles.sectors}>
        {sectors.map((sector) => (
          <Checkbox key={sector} value={sector} label={sayTable(`sector.${sector}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

const fractionText = /^\d{1,6}\/[1-9]\d{0,5}$/u;
const numberText = /^\d{1,4}$/u;

interface WrittenFieldProps extends FieldProps {
  readonly path: string;
  readonly isFraction?: boolean;
}

/** A number or a fraction as it is written. */
export function WrittenField({ path, label, draft, isFraction = false }: WrittenFieldProps) {
  const say = useMessages(parameterMessages);
  const shape = isFraction ? fractionText : numberText;
  const wrong = draft.written(path);
  return (
    <TextInput
      label={label}
      value={wrong ?? String(valueAt(draft.rulebook, path))}
      inputMode={isFraction ? 'text' : 'numeric'}
      maxLength={13}
      error={wrong === undefined ? undefined : say(isFraction ? 'wrong.fraction' : 'wrong.number')}
      aria-invalid={wrong === undefined ? undefined : true}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.trim();
        if (shape.test(text)) draft.change(path, isFraction ? text : Number(text));
        else draft.write(path, currentTarget.value);
      }}
    />
  );
}
