import type { AddressSpan } from '../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../shared/domain/receiverColumns.ts';
import type { Divisions } from '../addresses/loadDivisions.ts';
import { parseAddress } from '../addresses/parseAddress.ts';

/** One column of the file with the pieces that were understood. */
export interface OriginalCell {
  readonly column: keyof ReceiverColumns;
  readonly text: string;
  readonly spans: readonly AddressSpan[];
}

/** Columns that are one field each; the others hold several and are read for their pieces. */
const plainColumns: Readonly<Partial<Record<keyof ReceiverColumns, AddressSpan['field']>>> = {
  name: 'name',
  phone: 'phone',
  tel: 'phone',
  extension: 'extension',
  province: 'province',
  city: 'city',
  district: 'district',
  town: 'town',
  postcode: 'postcode',
};

const columnOrder = [
  'oneLine',
  'name',
  'phone',
  'extension',
  'tel',
  'region',
  'province',
  'city',
  'district',
  'town',
  'address',
  'postcode',
] as const;

/** What stood in the file, column by column, for showing where each field came from. */
export function readOriginal(columns: ReceiverColumns, divisions: Divisions): readonly OriginalCell[] {
  return columnOrder
    .filter((column) => columns[column].trim() !== '')
    .map((column) => {
      const text = columns[column].trim();
      const field = plainColumns[column];
      const spans =
        field === undefined ? parseAddress(text, divisions).spans : [{ field, start: 0, end: text.length }];
      return { column, text, spans };
    });
}
