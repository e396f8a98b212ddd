import { proposalsRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { ErrorState, Loading, Moment, useFormats, useMessages } from '@tavolo/web-ui';
import { pageMessages } from '../messages/page-messages.js';
import { writingMessages } from '../messages/writing-messages.js';
import { Disclosure } from './disclosure.js';
import { useStanding } from './proposal-context.js';
import styles from './proposal-page.module.css';

/** Who wrote what, on demand. */
export function History() {
  const say = useMessages(pageMessages);
  return (
    <Disclosure label={say('history')}>
      <Stretches />
    </Disclosure>
  );
}

function Stretches() {
  const { view, directory } = useStanding();
  const say = useMessages(pageMessages);
  const sayText = useMessages(writingMessages);
  const { zone } = view.procedure.rulebook;
  const write = useFormats(zone);
  const { data, error, refetch } = useRead(proposalsRoutes.history, { params: { proposal: view.key } });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading label={say('history.loading')} />;
  if (data.length === 0) return <p>{say('history.none')}</p>;
  return (
    <ol className={styles.versions}>
      {data.toReversed().map(({ by, at, until, changes }) => {
        const organisation = directory.seatOf(by)?.organisation;
        return (
          <li key={`${at}-${by}`} className={styles.stretch}>
            <p>
              <strong>{directory.member(by)}</strong>
              {organisation && `, ${directory.organisation(organisation.id)}`} · <Moment at={at} zone={zone} />
              {write.shortDateTime(until) !== write.shortDateTime(at) && (
                <>
                  {' – '}
                  {write.date(until) === write.date(at) ? write.time(until) : <Moment at={until} zone={zone} />}
                </>
              )}
            </p>
            {changes.map(({ clause, number, added, removed }) => (
              <div key={clause}>
                <p className={styles.place}>{sayText('clause', { number })}</p>
                {added !== '' && (
                  <p>
                    {say('history.added')} <ins lang={view.document.language}>{added}</ins>
                  </p>
                )}
                {removed !== '' && (
                  <p>
                    {say('history.removed')} <del lang={view.document.language}>{removed}</del>
                  </p>
                )}
              </div>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
