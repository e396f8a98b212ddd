import { rulebookChangesRoutes } from '@tavolo/contracts';
import { useRead } from '@tavolo/web-data';
import { useFormats, useMessages, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { changeMessages } from '../../messages/change-messages.js';

/** What changes of the rules ask of the reader, at one table or at all of hers; nothing where nothing is asked. */
export function RulesWaitingForMe({ table }: { readonly table?: string }) {
  const say = useMessages(changeMessages);
  const write = useFormats();
  const { data = [] } = useRead(rulebookChangesRoutes.waiting);
  const asked = data.filter((one) => table === undefined || one.table.key === table);
  if (asked.length === 0) return null;
  // At one table it stands below what is asked there; on the first page right below the title.
  const Heading = table === undefined ? 'h2' : 'h3';
  return (
    <section aria-labelledby="rules-asked">
      <Heading id="rules-asked">{say('wait.title')}</Heading>
      <ul>
        {asked.map(({ table: at, change, rulebook, ask, until }) => (
          <li key={`${at.key}-${change}`}>
            {say(`wait.${ask}`, { change, rulebook })}{' '}
            {table === undefined && (
              <>
                <WordsText words={at.name} />
                {'. '}
              </>
            )}
            <Link to={`/tables/${at.key}/rulebook/changes/${change}`}>{say('wait.go', { change })}</Link>
            {until !== null && ` (${say('wait.until', { until: write.dateTime(until) })})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
