import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { addressOf } from '@tavolo/web-data';
import { CopyText, Section, useMessages } from '@tavolo/web-ui';
import { logMessages } from '../messages/log-messages.js';
import styles from './proof.module.css';

/** How to take the log away and verify it elsewhere, in three steps. */
export function CheckYourself({ view: { key, log, me } }: { readonly view: Pick<TableView, 'key' | 'log' | 'me'> }) {
  const say = useMessages(logMessages);
  const file = `${key}-log.zip`;
  return (
    <Section title={say('check.title')} id="check">
      <p>{say('check.lead')}</p>
      <ol className={styles.steps}>
        <li>
          <p>{say('check.1')}</p>
          <p>{say(me.seesNames ? 'check.withTexts' : 'check.withoutTexts')}</p>
          <p>{say('check.recorded')}</p>
          <a
            href={addressOf(tablesRoutes.logBundle, { table: key })}
            download={file}
            className={styles.download}
            data-print="no"
          >
            {say('check.download')}
          </a>
        </li>
        <li>
          <p>{say('check.2')}</p>
        </li>
        <li>
          <p>{say('check.3')}</p>
          <CopyText label={say('check.command')} value={commandFor(file, log.vkey)} />
          <p>{say('check.result')}</p>
        </li>
      </ol>
    </Section>
  );
}

/** The key is quoted, so that a shell takes it as it is. */
const commandFor = (file: string, vkey: string): string => `npm run tavolo -- verify ${file} --vkey '${vkey}'`;
