import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import { receiverColumnOrder } from '../../../shared/domain/receiverColumnOrder.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { Divisions } from '../../addresses/divisions/loadDivisions.ts';
import { readMarkedReceiver } from '../../addresses/readReceiver.ts';

/** One column of the file with the pieces that were understood. */
export interface OriginalCell {
  readonly column: keyof ReceiverColumns;
  readonly text: string;
  readonly spans: readonly AddressSpan[];
}

/** What stood in the file, column by column, with the place of each field as the reading of all columns found it. */
export function readOriginal(columns: ReceiverColumns, divisions: Divisions): readonly OriginalCell[] {
  const { cells } = readMarkedReceiver(columns, divisions);
  return receiverColumnOrder
    .filter((column) => columns[column].trim() !== '')
    .map((column) => ({ column, text: columns[column].trim(), spans: cells.get(column) ?? [] }));
}
