import { type Sector } from '@tavolo/governance';
import { tableMessages } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import { shellMessages } from '../messages/shell-messages.js';
import { entriesBySector } from '../sector-order.js';
import { DataTable } from './data-table.js';
import { SectorBadge } from './sector-badge.js';
import styles from './vote-bar.module.css';

/** Counts of seats; `eligible` includes those that did not vote. */
export interface VoteCount {
  readonly eligible: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

interface VoteBarProps {
  readonly total: VoteCount;
  readonly bySector: Readonly<Partial<Record<Sector, VoteCount>>>;
}

const parts = ['yes', 'no', 'abstain', 'missing'] as const;
const missing = ({ eligible, yes, no, abstain }: VoteCount): number => eligible - yes - no - abstain;

/** How the seats voted, in all and by sector: as bars to look at and as a table to read. */
export function VoteBar({ total, bySector }: VoteBarProps) {
  const say = useMessages(shellMessages);
  const sayTable = useMessages(tableMessages);
  const rows = [
    { key: 'total' as const, count: total },
    ...entriesBySector(bySector).map(([key, count]) => ({ key, count })),
  ];
  return (
    <figure className={styles.figure}>
      <div className={styles.bars} aria-hidden="true">
        {rows.map(({ key, count }) => (
          <div key={key} className={styles.row}>
            <span className={styles.name}>{key === 'total' ? say('votes.total') : <SectorBadge sector={key} />}</span>
            <Bar count={count} />
          </div>
        ))}
        <p className={styles.legend}>
          {parts.map((part) => (
            <span key={part}>
              <i data-part={part} /> {part === 'missing' ? say('votes.missing') : sayTable(`choice.${part}`)}
            </span>
          ))}
        </p>
      </div>
      <DataTable
        caption={say('votes.caption')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'sector',
            heading: say('votes.sector'),
            names: true,
            cell: ({ key }) => (key === 'total' ? say('votes.total') : sayTable(`sector.${key}`)),
          },
          { key: 'yes', heading: sayTable('choice.yes'), numeric: true, cell: ({ count }) => count.yes },
          { key: 'no', heading: sayTable('choice.no'), numeric: true, cell: ({ count }) => count.no },
          { key: 'abstain', heading: sayTable('choice.abstain'), numeric: true, cell: ({ count }) => count.abstain },
          { key: 'missing', heading: say('votes.missing'), numeric: true, cell: ({ count }) => missing(count) },
        ]}
      />
    </figure>
  );
}

function Bar({ count }: { readonly count: VoteCount }) {
  const numbers = { yes: count.yes, no: count.no, abstain: count.abstain, missing: missing(count) };
  return (
    <span className={styles.bar}>
      {parts
        .filter((part) => numbers[part] > 0)
        .map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: numbers[part] }}>
            {numbers[part]}
          </span>
        ))}
    </span>
  );
}
