import { tablesRoutes, type TableView } from '@tavolo/contracts';
import { usePerform } from '@tavolo/web-data';
import { ActionLink, ProblemMessage, Section, useMessages } from '@tavolo/web-ui';
import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { roomMessages } from '../messages/room-messages.js';

/** The way from a table to the private room of the reader's sector, which she may open; nothing for whoever has no seat here. */
export function BenchDoor({ view: { key, bench } }: { readonly view: TableView }) {
  const say = useMessages(roomMessages);
  const navigate = useNavigate();
  const { perform, busy, error } = usePerform(tablesRoutes.openBench, {
    onDone: (opened) => void navigate(`/tables/${opened.key}`),
  });
  if (!bench) return null;
  return (
    <Section title={say('door.title')}>
      <p>{say('door.lead')}</p>
      {error !== null && <ProblemMessage error={error} />}
      <div data-print="no">
        {bench.key === null ? (
          <Button variant="outline" loading={busy} onClick={() => void perform({ params: { table: key } })}>
            {say('door.open')}
          </Button>
        ) : (
          <ActionLink to={`/tables/${bench.key}`}>{say('door.enter')}</ActionLink>
        )}
      </div>
    </Section>
  );
}
