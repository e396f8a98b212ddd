import { type Ballot } from '@tavolo/governance';
import { tableMessages } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import { votesMessages } from '../messages/votes-messages.js';
import { type Directory } from '../people.js';
import { DataTable } from './data-table.js';
import { SectorBadge } from './sector-badge.js';

interface VotesTableProps {
  readonly ballot: Pick<Ballot, 'electorate' | 'votes' | 'closedAt'>;
  readonly directory: Pick<Directory, 'seatHolder'>;
}

/** How every seat of an open ballot voted, by name; its caption is for screen readers, since the page says it where it opens the table. */
export function VotesTable({ ballot, directory }: VotesTableProps) {
  const say = useMessages(votesMessages);
  const sayTable = useMessages(tableMessages);
  return (
    <DataTable
      caption={say('names')}
      quiet
      rows={ballot.electorate}
      rowKey={({ seat }) => seat}
      columns={[
        { key: 'seat', heading: say('seat'), names: true, cell: ({ seat }) => directory.seatHolder(seat) },
        { key: 'sector', heading: say('sector'), cell: ({ sector }) => <SectorBadge sector={sector} /> },
        {
          key: 'choice',
          heading: say('choice'),
          cell: ({ seat }) => {
            const choice = ballot.votes[seat]?.choice;
            if (choice) return sayTable(`choice.${choice}`);
            return say(ballot.closedAt === null ? 'notYet' : 'notVoted');
          },
        },
      ]}
    />
  );
}
