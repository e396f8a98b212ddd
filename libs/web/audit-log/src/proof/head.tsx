import { type LogPage } from '@tavolo/contracts';
import { CopyText, Deadline, Section, useMessages } from '@tavolo/web-ui';
import { useLogPlace } from '../entries/log-place.js';
import { logMessages } from '../messages/log-messages.js';
import styles from './proof.module.css';
import { ProofMeanings } from './proof.js';

interface HeadProps {
  readonly page: Pick<LogPage, 'head' | 'pending'>;
  /** The key that signs this log; absent for the log of the installation, whose key stands with all others. */
  readonly vkey?: string | undefined;
}

/** The newest signed head of the log, what can be kept of it, and what the states of an entry mean. */
export function Head({ page: { head, pending }, vkey }: HeadProps) {
  const say = useMessages(logMessages);
  const { zone } = useLogPlace();
  return (
    <>
      <Section title={say('head.title')} id="head">
        <div className={styles.head}>
          {head ? (
            <>
              <div>
                <p className={styles.size}>{say('head.size', { count: head.size })}</p>
                {head.signedAt !== null && (
                  <p className={styles.soft}>
                    {say('head.signed')}: <Deadline at={head.signedAt} zone={zone} plain />
                  </p>
                )}
                {pending > 0 && <p className={styles.soft}>{say('head.pending', { count: pending })}</p>}
              </div>
              <Value name={say('head.root')} value={head.root} />
              {vkey === undefined ? (
                <p>
                  <a href="/.well-known/tavolo-log.json">{say('head.allKeys')}</a>
                </p>
              ) : (
                <Value name={say('head.vkey')} value={vkey} />
              )}
              <details>
                <summary className={styles.summary}>{say('head.note')}</summary>
                <p>{say('head.noteLead')}</p>
                <pre className={styles.note}>{head.note}</pre>
              </details>
            </>
          ) : (
            <p>{say('head.none')}</p>
          )}
        </div>
      </Section>
      <Section title={say('proof.title')}>
        <ProofMeanings />
      </Section>
    </>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className={styles.value}>
      <h3>{name}</h3>
      <CopyText label={name} value={value} />
    </div>
  );
}
