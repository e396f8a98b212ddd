import { type VersionView } from '@tavolo/contracts';
import { useLanguage, useMessages } from '@tavolo/web-ui';
import { type Language } from '@tavolo/kernel';
import { NativeSelect } from '@mantine/core';
import { agreementMessages } from '../messages/agreement-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { ClauseBlocks } from '../reading/clause-blocks.js';
import { clausesOf } from '../reading/version-text.js';
import { type ResponsibilityRow } from './agreement-draft.js';
import styles from './formalise.module.css';
import { OrganisationChoices, type OrganisationChoice } from './organisation-choices.js';

interface ResponsibilityFieldsProps {
  readonly row: ResponsibilityRow;
  readonly number: number;
  /** The adopted version, whose words stand beside the fields, and the language in which it was written. */
  readonly version: VersionView | undefined;
  readonly original: Language;
  readonly organisations: readonly OrganisationChoice[];
  /** Nobody answers for the clause, and it was tried to send the form. */
  readonly missing: boolean;
  readonly onChange: (row: ResponsibilityRow) => void;
}

/** One clause with its words, and beside them who answers, who does, who is consulted, who is informed. */
export function ResponsibilityFields(props: ResponsibilityFieldsProps) {
  const { row, number, version, original, organisations, missing, onChange } = props;
  const say = useMessages(agreementMessages);
  const sayText = useMessages(writingMessages);
  return (
    <fieldset className={styles.part} data-missing={missing}>
      <legend>{sayText('clause', { number })}</legend>
      <div className={styles.clause}>
        {version && <ClauseWords version={version} clause={row.clause} original={original} />}
        <div className={styles.roles}>
          <NativeSelect
            id={`answers-${row.clause}`}
            label={say('formalise.answers')}
            value={row.answers ?? ''}
            error={missing ? say('formalise.missingClause', { number }) : undefined}
            onChange={(event) => onChange({ ...row, answers: event.currentTarget.value || null })}
            data={[{ value: '', label: say('formalise.nobody') }, ...organisations]}
          />
          {(['does', 'consulted', 'informed'] as const).map((part) => (
            <OrganisationChoices
              key={part}
              label={say(`formalise.${part}`)}
              organisations={organisations}
              chosen={row[part]}
              onChange={(chosen) => onChange({ ...row, [part]: chosen })}
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}

interface ClauseWordsProps {
  readonly version: VersionView;
  readonly clause: string;
  readonly original: Language;
}

function ClauseWords({ version, clause, original }: ClauseWordsProps) {
  const { language } = useLanguage();
  const view = version.clauses.find(({ id }) => id === clause);
  const translated = language === original ? undefined : view?.text[language];
  const blocks = clausesOf(version).find(({ id }) => id === clause)?.blocks ?? [];
  return (
    <div className={styles.words} lang={translated === undefined ? original : language}>
      {translated === undefined ? <ClauseBlocks blocks={blocks} /> : <p>{translated}</p>}
    </div>
  );
}
