import { emptyReceiverColumns, type ReceiverColumns } from '../../shared/domain/receiverColumns.ts';

/** The columns a file had, as stored with the order: most files fill a few of the twelve, and 100,000 orders are many. */
export function writeReceiverColumns(columns: ReceiverColumns): string {
  return JSON.stringify(columns, (_key, value: unknown) => (value === '' ? undefined : value));
}

export function readReceiverColumns(json: string): ReceiverColumns {
  return { ...emptyReceiverColumns, ...(JSON.parse(json) as Partial<ReceiverColumns>) };
}
