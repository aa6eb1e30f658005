import { emptyReceiverColumns, type ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';

const columnNames = Object.keys(emptyReceiverColumns) as (keyof ReceiverColumns)[];

/** The columns a file had, as stored with the order: most files fill a few of the twelve, and 100,000 orders are many. */
export function writeReceiverColumns(columns: ReceiverColumns): string {
  const filled: Partial<Record<keyof ReceiverColumns, string>> = {};
  for (const key of columnNames) if (columns[key] !== '') filled[key] = columns[key];
  return JSON.stringify(filled);
}

export function readReceiverColumns(json: string): ReceiverColumns {
  return { ...emptyReceiverColumns, ...(JSON.parse(json) as Partial<ReceiverColumns>) };
}
