import { type ReactNode } from 'react';
import styles from './data-table.module.css';

/** One column: its heading, and what a row shows in it. */
export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand right-aligned. */
  readonly numeric?: boolean;
  /** The cell that names the row for screen readers. */
  readonly names?: boolean;
}

interface DataTableProps<Row> {
  readonly caption: string;
  /** Hides the caption where a heading beside the table says the same. */
  readonly quiet?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A plain table; on a phone each row becomes a small card that repeats the headings. */
export function DataTable<Row>({ caption, quiet = false, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className={styles.table}>
      <caption data-quiet={quiet}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, heading, numeric }) => (
            <th key={key} scope="col" data-numeric={numeric}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ key, heading, cell, numeric, names }) => {
              const content = (
                <>
                  <span className={styles.label} aria-hidden="true">
                    {heading}
                  </span>
                  <span className={styles.value}>{cell(row)}</span>
                </>
              );
              return names ? (
                <th key={key} scope="row" data-numeric={numeric}>
                  {content}
                </th>
              ) : (
                <td key={key} data-numeric={numeric}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
