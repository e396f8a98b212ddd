import { rulebookChangesRoutes, type TableView } from '@tavolo/contracts';
import { draftRulebookChange } from '@tavolo/governance';
import { instant } from '@tavolo/kernel';
import { useRead } from '@tavolo/web-data';
import { ActionLink, Section, useMessages, useNow } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { changeMessages } from '../../messages/change-messages.js';
import { actorOf, rulesOf } from './rules-of-view.js';

/** The changes of a table's rules, newest first, and where one is drafted, for whoever may. */
export function ChangesList({ view }: { readonly view: TableView }) {
  const say = useMessages(changeMessages);
  const now = useNow();
  const { data } = useRead(rulebookChangesRoutes.ofTable, { params: { table: view.key } });
  const actor = actorOf(view);
  const asked = { key: 'RC-0', rulebook: view.rulebook };
  const may = actor !== null && draftRulebookChange(asked, actor, rulesOf(view), instant(now)).ok;
  return (
    <Section title={say('list.title')}>
      <p>{say('list.lead')}</p>
      {may && (
        <p data-print="no">
          <ActionLink to={`/tables/${view.key}/rulebook/changes/new`}>{say('draftIt')}</ActionLink>
        </p>
      )}
      {data?.length === 0 && <p>{say('list.none')}</p>}
      {data && data.length > 0 && (
        <ul>
          {data.map(({ change: { key, base, stage } }) => (
            <li key={key}>
              <Link to={`/tables/${view.key}/rulebook/changes/${key}`}>
                {say('list.row', { change: key, base: base.key, stage: say(`stage.${stage}`) })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
