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

/** A plain table; where there is little room, on a phone or in a narrow column, each row becomes a small card that repeats the headings. */
export function DataTable<Row>({ caption, quiet = false, columns, rows, rowKey }: DataTableProps<Row>) {
  const wordy = columns.filter(({ numeric }) => !numeric).length > 2;
  return (
    <div className={styles.room}>
      <table className={`${styles.table ?? ''} ${wordy ? (styles.wordy ?? '') : ''}`}>
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
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { heading, cell, numeric, names } = column;
  const value = cell(row);
  const empty = value === null || value === undefined || value === false || value === '';
  const content = (
    <>
      <span className={styles.label} aria-hidden="true">
        {heading}
      </span>
      <span>{value}</span>
    </>
  );
  return names ? (
    <th scope="row" data-numeric={numeric}>
      {content}
    </th>
  ) : (
    <td data-numeric={numeric} data-empty={empty}>
      {content}
    </td>
  );
}
