import { Button, NativeSelect } from '@mantine/core';
import { provisionKeys, provisionNumbers, type Provision, type ProvisionKey } from '@tavolo/governance';
import { provisionMessages, rulebookSentenceText, useLanguage, useMessages } from '@tavolo/web-ui';
import { parameterMessages } from '../../messages/parameter-messages.js';
import styles from './changing.module.css';
import { WrittenField } from './parameter-field.js';
import { type RulebookDraft } from './use-rulebook-draft.js';

type NumberName = (typeof provisionNumbers)[ProvisionKey][number];

/** What the table keeps by itself: the numbers of each sentence can be changed, sentences left out and added. */
export function ProvisionFields({ draft }: { readonly draft: RulebookDraft }) {
  const say = useMessages(parameterMessages);
  const sayProvision = useMessages(provisionMessages);
  const { language } = useLanguage();
  const provisions = draft.rulebook.provisions ?? [];
  const others = provisionKeys.filter((key) => !provisions.some((one) => one.key === key));
  const set = (next: readonly Provision[]): void => draft.change('provisions', next);
  return (
    <fieldset className={styles.part}>
      <legend>{say('provisions')}</legend>
      {provisions.length > 0 && (
        <ul className={styles.provisions}>
          {provisions.map(({ key, numbers }, index) => {
            const sentence = rulebookSentenceText({ key: `provision.${key}`, values: numbers }, language);
            return (
              <li key={key}>
                <p>{sentence}</p>
                {provisionNumbers[key].length > 0 && (
                  <div className={styles.numbers}>
                    {provisionNumbers[key].map((name: NumberName) => (
                      <WrittenField
                        key={name}
                        path={`provisions.${index}.numbers.${name}`}
                        label={say(`provision.number.${name}`)}
                        draft={draft}
                      />
                    ))}
                  </div>
                )}
                <Button
                  variant="outline"
                  size="sm"
                  aria-label={say('provision.removeThis', { sentence })}
                  onClick={() => set(provisions.filter((one) => one.key !== key))}
                >
                  {say('provision.remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      <NativeSelect
        label={say('provision.add')}
        value=""
        data={[
          { value: '', label: say('provision.choose') },
          ...others.map((key) => ({ value: key, label: sayProvision(key, dots) })),
        ]}
        onChange={({ currentTarget }) => {
          const key = others.find((one) => one === currentTarget.value);
          if (key) set([...provisions, fresh(key)]);
        }}
      />
    </fieldset>
  );
}

/** Numbers that are not said yet. */
const dots = Object.fromEntries(
  ['share', ...Object.values(provisionNumbers).flat()].map((name) => [name, '…'] as const),
);

/** A provision as it is put in: every number is one, so that it is a sentence at once; a share is a half. */
const fresh = (key: ProvisionKey): Provision => ({
  key,
  numbers: Object.fromEntries(
    provisionNumbers[key].map((name: NumberName) => [name, name === 'whole' ? 2 : name === 'days' ? 10 : 1]),
  ),
});
