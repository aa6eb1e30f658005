import type { ReactNode } from 'react';
import './plainTable.css';

/** `count`: figures one below the other · `head`: names its row · `act`: a button; its head is only read aloud. */
type Look = 'number' | 'count' | 'head' | 'act';
type PlainColumn<Row> = readonly [head: string, cell: (row: Row) => ReactNode, look?: Look];

const cellLooks = { number: 'number', count: 'cell-number number', head: '', act: 'cell-number' } as const;

interface PlainTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly PlainColumn<Row>[];
  readonly look?: string;
  keyOf(row: Row): string;
  rowLook?(row: Row): string;
}

/** A short table, all of it in sight. */
export function PlainTable<Row>(props: PlainTableProps<Row>) {
  const { rows, columns, look = 'plain-table', keyOf, rowLook } = props;
  return (
    <table className={look}>
      <thead>
        <tr>
          {columns.map(([head, , kind]) => (
            <th key={head} className={kind === 'count' ? 'cell-number' : undefined}>
              {kind === 'act' ? <span className="hidden-label">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={rowLook?.(row)}>
            {columns.map(([head, cell, kind]) =>
              kind === 'head' ? (
                <th key={head} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={head} className={kind && cellLooks[kind]}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
