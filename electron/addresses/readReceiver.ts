import type { AddressReading, AddressSpan } from '../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../shared/domain/receiverColumns.ts';
import { checkRegionCells } from './columns/checkRegionCells.ts';
import { explainColumns } from './columns/explainColumns.ts';
import {
  type CellPart,
  type Column,
  joinColumns,
  markCells,
  meantCell,
  spansByCell,
} from './columns/joinColumns.ts';
import { type ContactCells, readContactCells } from './columns/readContactCells.ts';
import { type AddressWithoutRepeats, addressSaysMore, withoutRepeats } from './columns/withoutRepeats.ts';
import { divisionLevels } from './divisions/division.ts';
import type { Divisions } from './divisions/loadDivisions.ts';
import { readPlainReceiver } from './readPlainReceiver.ts';
import { readText } from './readText.ts';

/** The cells of the address in the order they are read. */
function addressParts(
  columns: ReceiverColumns,
  address: AddressWithoutRepeats,
  divisions: Divisions,
): CellPart[] {
  const whole = (column: Column, text: string): CellPart => ({ column, cellStart: 0, text });
  const town = meantCell(columns.town);
  const above = addressSaysMore(columns, divisions.names) ? [] : divisionLevels;
  return [
    ...above.map((column) => whole(column, meantCell(columns[column]))),
    whole('region', meantCell(columns.region)),
    whole('town', columns.address.includes(town) ? '' : town),
    ...address.parts.map((part): CellPart => ({ column: 'address', ...part })),
    whole('oneLine', columns.oneLine.trim()),
  ];
}

/** Words beside a number are told like any other text that fits nowhere. */
function withLeftover(reading: AddressReading, contact: ContactCells): AddressReading {
  const { leftover } = contact;
  if (leftover === '') return reading;
  const isTold = reading.issues.includes('leftover_text') || reading.issues.includes('phone_invalid');
  return {
    ...reading,
    leftover: [reading.leftover, leftover].filter((text) => text !== '').join(' '),
    status: reading.status === 'ok' && !isTold ? 'review' : reading.status,
    issues: isTold ? reading.issues : [...reading.issues, 'leftover_text'],
  };
}

/** A number that the address held gets the extension that stood in another cell; one without any number is left over. */
function withExtension(reading: AddressReading, { extension, numbers }: ContactCells): AddressReading {
  if (extension === '' || reading.extension !== '') return reading;
  if (reading.phone === '') return { ...reading, leftover: `${reading.leftover} ${extension}`.trim() };
  if (numbers !== undefined) return reading;
  return { ...reading, extension, issues: [...reading.issues, 'extension_present'] };
}

/** Seven or eight digits are a number of 香港, 澳门 or 台湾; elsewhere the area code is missing. */
function withLocalChecked(reading: AddressReading, contact: ContactCells): AddressReading {
  const isIncomplete = contact.numbers?.local === true && !reading.issues.includes('outside_mainland');
  if (!isIncomplete) return reading;
  const status = reading.status === 'ok' ? 'review' : reading.status;
  return { ...reading, status, issues: [...reading.issues, 'phone_invalid'] };
}

/** A reading and, for each filled cell, which of its pieces became which field. */
export interface MarkedReceiver {
  readonly reading: AddressReading;
  readonly cells: ReadonlyMap<Column, readonly AddressSpan[]>;
}

/** The long way, for any row, with the place of every field in its cell. */
export function readMarkedReceiver(columns: ReceiverColumns, divisions: Divisions): MarkedReceiver {
  const contact = readContactCells(columns);
  const address = withoutRepeats(columns, contact.numbers?.extension ?? '');
  const joined = joinColumns(addressParts(columns, address, divisions));
  const read = readText(joined.text, divisions, contact);
  const postcode = meantCell(columns.postcode) || read.postcode;
  const checked = checkRegionCells(read, columns, divisions, (text) => readText(text, divisions));
  const numbered = withExtension({ ...checked, postcode, spans: [] }, contact);
  const whole = withLocalChecked(withLeftover(numbered, contact), contact);
  const cells = markCells(columns, whole, spansByCell(joined, read.spans), address.cuts, contact.spans);
  const corrections = explainColumns(columns, whole, cells, divisions);
  return { reading: { ...whole, corrections }, cells };
}

/** The long way, without the places. */
export function readWholeReceiver(columns: ReceiverColumns, divisions: Divisions): AddressReading {
  return readMarkedReceiver(columns, divisions).reading;
}

/**
 * Understands a receiver that stands in columns. The columns are checked against the division tree and against
 * each other: missing levels are filled when only one fits, contradictions are an issue, a region repeated in the
 * detail is taken out of it; each such change is a correction. `spans` is empty, since several cells have no common
 * text: `readMarkedReceiver` tells them by cell.
 */
export function readReceiver(columns: ReceiverColumns, divisions: Divisions): AddressReading {
  return readPlainReceiver(columns, divisions, readWholeReceiver) ?? readWholeReceiver(columns, divisions);
}
