import { presets } from '@tavolo/governance';
import { Page, presetMessages, presetText, useLanguage, useMessages } from '@tavolo/web-ui';
import { openingMessages } from '../messages/opening-messages.js';
import styles from './opening.module.css';

/** Every preset with what it means, where it comes from, and what it says besides its mode. */
export function PresetsPage() {
  const say = useMessages(openingMessages);
  const sayPreset = useMessages(presetMessages);
  const { language } = useLanguage();
  return (
    <Page title={say('presets.title')} below={<p>{say('presets.lead')}</p>}>
      <div className={styles.presets}>
        {presets.map((preset) => {
          const { name, plain, sources, further } = presetText(preset, language);
          return (
            <section key={preset.key} id={preset.key} className={styles.preset}>
              <h2>{name}</h2>
              <p className={styles.kind}>{sayPreset(`kind.${preset.kind}`)}</p>
              <p>{plain}</p>
              {preset.rules === null && <p>{say('presets.instrument')}</p>}
              {further.length > 0 && (
                <details>
                  <summary>{say('presets.further')}</summary>
                  <ul>
                    {further.map((sentence) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                </details>
              )}
              <ul className={styles.sources}>
                {sources.map((source) => (
                  <li key={source}>{source}</li>
                ))}
              </ul>
            </section>
          );
        })}
        <p>{say('preset.model')}</p>
      </div>
    </Page>
  );
}
