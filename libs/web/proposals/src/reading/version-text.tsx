import { clauseTextSchema, type ClauseText, type VersionView } from '@tavolo/contracts';
import { type Language } from '@tavolo/kernel';
import { useLanguage, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { writingMessages } from '../messages/writing-messages.js';
import { ClauseBlocks } from './clause-blocks.js';
import styles from './version-text.module.css';

/** The clauses of a frozen version as the text model; a version that does not fit it is a broken record, and says so. */
export function clausesOf(version: VersionView): readonly ClauseText[] {
  return version.clauses.map(({ id, blocks }) => clauseTextSchema.parse({ id, blocks }));
}

interface VersionTextProps {
  readonly version: VersionView;
  /** Language in which the text was written. */
  readonly original: Language;
}

/** A frozen version to read. Readers of the other language see the translation where there is one, marked as such. */
export function VersionText({ version, original }: VersionTextProps) {
  const { language } = useLanguage();
  const say = useMessages(writingMessages);
  const [wantsOriginal, setWantsOriginal] = useState(false);
  const translatable = language !== original && version.clauses.every(({ text }) => text[language] !== undefined);
  const translated = translatable && !wantsOriginal;
  if (version.clauses.length === 0) return <p>{say('empty')}</p>;
  return (
    <div>
      {translatable && (
        <p className={styles.translation}>
          {translated && <span>{say('translation')}</span>}{' '}
          <Button variant="subtle" size="compact-md" onClick={() => setWantsOriginal(translated)}>
            {say(translated ? 'original' : 'showTranslation')}
          </Button>
        </p>
      )}
      <ol className={styles.clauses}>
        {version.clauses.map(({ id, number, text }, index) => (
          <li key={id} id={`clause-${id}`} className={styles.clause} data-number={number}>
            <span className={styles.number}>{say('clause', { number })}</span>
            <div className={styles.words} lang={translated ? language : original}>
              {translated ? <p>{text[language]}</p> : <ClauseBlocks blocks={clausesOf(version)[index]?.blocks ?? []} />}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
