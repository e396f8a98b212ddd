import { type LogPage } from '@tavolo/contracts';
import { CopyText, Deadline, Section, useMessages } from '@tavolo/web-ui';
import { logMessages } from './log-messages.js';
import styles from './log.module.css';

interface HeadProps {
  readonly page: LogPage;
  readonly vkey?: string | undefined;
  readonly zone?: string | undefined;
}

const proofs = ['recorded', 'sequenced', 'sealed'] as const;

/** The newest signed head of the log, with what can be kept and compared elsewhere, and what the states of an entry mean. */
export function Head({ page: { head, pending }, vkey, zone }: HeadProps) {
  const say = useMessages(logMessages);
  return (
    <>
      <Section title={say('head.title')}>
        {head ? (
          <>
            <p>
              <strong>{say('head.size', { count: head.size })}</strong>
              {head.signedAt !== null && (
                <>
                  <br />
                  {say('head.signed')}: <Deadline at={head.signedAt} zone={zone} plain />
                </>
              )}
            </p>
            {pending > 0 && <p>{say('head.pending', { count: pending })}</p>}
            <h3 className={styles.small}>{say('head.root')}</h3>
            <CopyText label={say('head.root')} value={head.root} />
            {vkey !== undefined && (
              <>
                <h3 className={styles.small}>{say('head.vkey')}</h3>
                <CopyText label={say('head.vkey')} value={vkey} />
              </>
            )}
            <details className={styles.detail}>
              <summary>{say('head.note')}</summary>
              <p>{say('head.noteLead')}</p>
              <CopyText label={say('head.note')} value={head.note} />
            </details>
          </>
        ) : (
          <p>{say('head.none')}</p>
        )}
      </Section>
      <Section title={say('proof.title')}>
        <dl className={styles.proofs}>
          {proofs.map((proof) => (
            <div key={proof}>
              <dt className={styles.proof} data-proof={proof}>
                {say(`proof.${proof}`)}
              </dt>
              <dd>{say(`proof.${proof}.text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
