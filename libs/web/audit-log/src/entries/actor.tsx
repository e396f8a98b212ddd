import { type LogEntryView } from '@tavolo/contracts';
import { useFormats, useMessages, useNaming, WordsText } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { searchOf } from '../filters/filters.js';
import { logMessages } from '../messages/log-messages.js';

/** Who acted: a name, or the label of the seat; what followed by itself says so. Leads to everything that she did. */
export function Actor({ entry: { actor, data } }: { readonly entry: LogEntryView }) {
  const say = useMessages(logMessages);
  const { directory } = useNaming();
  const write = useFormats();
  if (!actor && data.by === 'visitor') return <>{say('visitor')}</>;
  if (!actor) {
    const writers = Array.isArray(data.contributors) ? data.contributors.filter((one) => typeof one === 'string') : [];
    if (writers.length === 0 || !directory) return <>{say('system')}</>;
    return <bdi>{write.list(writers.map((member) => directory.member(member)))}</bdi>;
  }
  const { member, name, label } = actor;
  return (
    <Link to={{ search: searchOf({ actor: member }).toString() }} title={say('actor.only')}>
      {name !== null && <bdi>{name}</bdi>}
      {name !== null && label && ', '}
      {label && <WordsText words={label} />}
      {name === null && !label && say('someone', { member: member.slice(0, 8) })}
    </Link>
  );
}
