import { type TableView } from '@tavolo/contracts';
import { Notice, tableMessages, useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { roomMessages } from '../messages/room-messages.js';

/** Says of a private room who sees it; nothing at a table. */
export function PrivateNotice({ view: { room, name } }: { readonly view: TableView }) {
  const say = useMessages(roomMessages);
  const sayTable = useMessages(tableMessages);
  const words = useWords();
  if (!room) return null;
  const title =
    room.kind === 'bench'
      ? say('private.bench', { sector: sayTable(`sector.${room.sector}`) })
      : say('private.coalition', { name: words(name) });
  return (
    <Notice tone="info" title={title}>
      <p>{say('private.detail')}</p>
      {room.kind === 'bench' && (
        <p>
          {say('private.of')} <Link to={`/tables/${room.of.key}`}>{words(room.of.name)}</Link>
        </p>
      )}
    </Notice>
  );
}
