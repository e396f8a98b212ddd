import { type LogEntryView } from '@tavolo/contracts';
import { useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { searchOf } from '../filters/filters.js';
import { logMessages } from '../messages/log-messages.js';

/** Who acted and in which role: a name with its seat or role in brackets, or the seat alone. Leads to everything that she did. */
export function Actor({ actor }: { readonly actor: NonNullable<LogEntryView['actor']> }) {
  const say = useMessages(logMessages);
  const words = useWords();
  const { member, name, label } = actor;
  const role = words(label);
  return (
    <>
      <Link to={{ search: searchOf({ actor: member }).toString() }} title={say('actor.only')}>
        {name !== null ? <bdi>{name}</bdi> : role === '' ? say('someone', { member: member.slice(0, 8) }) : role}
      </Link>
      {name !== null && role !== '' && ` (${role})`}
    </>
  );
}
