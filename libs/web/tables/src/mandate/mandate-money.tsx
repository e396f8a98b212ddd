import { type MandateView } from '@tavolo/contracts';
import { DataTable, useMessages } from '@tavolo/web-ui';
import { mandateMessages } from '../messages/mandate-messages.js';
import styles from './mandate.module.css';
import { useMoney } from './use-money.js';

const parts = ['spent', 'committed', 'left'] as const;

/** What is spent and what is left: a sentence, a bar to look at, a table to read. */
export function MandateMoney({ view: { key, sums } }: { readonly view: MandateView }) {
  const say = useMessages(mandateMessages);
  const money = useMoney();
  const { spent, budget, left, free, reserved } = sums;
  const rows = [...parts, ...(reserved > 0 ? (['reserved'] as const) : [])];
  return (
    <figure className={styles.figure}>
      <p className={styles.line}>
        {say('money.line', { spent: money(spent), budget: money(budget), left: money(left) })}
      </p>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter((part) => sums[part] > 0)
          .map((part) => (
            <span key={part} data-part={part} style={{ flexGrow: sums[part] }} />
          ))}
      </div>
      {reserved > 0 && <p>{say('money.free', { free: money(free) })}</p>}
      <DataTable
        caption={say('money', { key })}
        quiet
        rows={rows}
        rowKey={(part) => part}
        columns={[
          {
            key: 'what',
            heading: say('money.what'),
            names: true,
            cell: (part) => (
              <>
                {part !== 'reserved' && <i className={styles.mark} data-part={part} aria-hidden="true" />}
                {say(`money.${part}`)}
              </>
            ),
          },
          { key: 'amount', heading: say('money.amount'), numeric: true, cell: (part) => money(sums[part]) },
        ]}
      />
    </figure>
  );
}
