import { tablesRoutes } from '@tavolo/contracts';
import { addressOf } from '@tavolo/web-data';
import { CopyText, Section, useMessages } from '@tavolo/web-ui';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';

interface CheckYourselfProps {
  readonly table: string;
  readonly vkey: string | undefined;
}

/** How to take the log away and verify it elsewhere, in three steps. */
export function CheckYourself({ table, vkey }: CheckYourselfProps) {
  const say = useMessages(logMessages);
  const file = `${table}-log.zip`;
  return (
    <Section title={say('check.title')} id="check">
      <p>{say('check.lead')}</p>
      <ol className={styles.steps}>
        <li>
          <p>{say('check.1')}</p>
          <a href={addressOf(tablesRoutes.logBundle, { table })} download={file} className={styles.download}>
            {say('check.download')}
          </a>
        </li>
        <li>
          <p>{say('check.2')}</p>
        </li>
        <li>
          <p>{say('check.3')}</p>
          <CopyText label={say('check.command')} value={`npm run tavolo -- verify ${file} --vkey '${vkey ?? '…'}'`} />
          <p>{say('check.result')}</p>
        </li>
      </ol>
    </Section>
  );
}
