import { parametersOf } from '@tavolo/governance';
import styles from './changing.module.css';
import { ParameterField } from './parameter-field.js';
import { ProvisionFields } from './provision-fields.js';
import { type RulebookDraft } from './use-rulebook-draft.js';

/** A field for every parameter of a rulebook. */
export function RulebookFields({ draft }: { readonly draft: RulebookDraft }) {
  return (
    <div className={styles.fields}>
      {parametersOf(draft.rulebook).map((parameter) => (
        <ParameterField key={`${parameter.kind}:${parameter.path}`} parameter={parameter} draft={draft} />
      ))}
      <ProvisionFields draft={draft} />
    </div>
  );
}
