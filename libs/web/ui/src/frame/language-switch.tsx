import { languages, type Language } from '@tavolo/kernel';
import { useLanguage, useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import styles from './header.module.css';

const names: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' };

interface LanguageSwitchProps {
  /** Told after the interface has changed, to remember the choice with the account. */
  readonly onChange?: ((language: Language) => void) | undefined;
}

/** Changes the language of the interface at once. */
export function LanguageSwitch({ onChange }: LanguageSwitchProps) {
  const { language, setLanguage } = useLanguage();
  const say = useMessages(shellMessages);
  return (
    <div className={styles.languages} role="group" aria-label={say('language.label')}>
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === language}
          title={names[one]}
          onClick={() => {
            setLanguage(one);
            onChange?.(one);
          }}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
