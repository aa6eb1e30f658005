import type {
  AddressCorrection,
  AddressReading,
  AddressSpan,
} from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import type { Divisions } from '../divisions/loadDivisions.ts';
import { type Column, cleanedCharacters, meantCell } from './joinColumns.ts';

type Cells = ReadonlyMap<Column, readonly AddressSpan[]>;
type Level = (typeof levels)[number];

const levels = ['province', 'city', 'district', 'town'] as const;
const isLevel = (field: string): field is Level => (levels as readonly string[]).includes(field);

/** A piece of a cell and the field it became. */
interface SaidPiece extends AddressSpan {
  readonly column: Column;
  readonly text: string;
}

function piecesOf(columns: ReceiverColumns, cells: Cells): SaidPiece[] {
  return [...cells].flatMap(([column, spans]) => {
    const cell = columns[column].trim();
    return spans.map((span) => ({ column, ...span, text: cell.slice(span.start, span.end) }));
  });
}

/** 江苏 → 江苏省: a name that is not the legal one, unless the reader has told so already. */
function namedOtherwise(
  level: Level,
  piece: SaidPiece,
  reading: AddressReading,
  divisions: Divisions,
): AddressCorrection[] {
  const to = reading[level];
  const from = piece.text;
  const isTold = reading.corrections.some(
    ({ field, from: told }) => field === level && told !== '' && from.includes(told),
  );
  // 中国江苏省: what stands in front adds nothing.
  if (isTold || from.endsWith(to)) return [];
  const meanings = divisions.names.exact(from).filter(({ division }) => division.name === to);
  const isShort = meanings.some(({ kind }) => kind === 'short') || to.startsWith(from);
  return [{ field: level, from, to, reason: isShort ? 'short-name' : 'alias' }];
}

function levelChanges(
  columns: ReceiverColumns,
  reading: AddressReading,
  pieces: readonly SaidPiece[],
  divisions: Divisions,
): AddressCorrection[] {
  const isMunicipality = reading.province === reading.city;
  return levels.flatMap((level): AddressCorrection[] => {
    const to = reading[level];
    if (to === '') return [];
    const cell = columns[level].trim();
    const own = pieces.filter(({ field }) => field === level);
    const inCell = pieces.filter(({ column }) => column === level);
    const [piece] = own;
    if (piece !== undefined) {
      const isElsewhere =
        inCell.length > 0 && inCell.every(({ field }) => field !== level) && meantCell(cell) !== to;
      if (isElsewhere) return [{ field: level, from: cell, to, reason: 'other-column' }];
      return namedOtherwise(level, piece, reading, divisions);
    }
    const isTold = reading.corrections.some(({ field, to: told }) => field === level && told === to);
    // 北京市 in one cell of any kind says both levels.
    const isSaidAbove =
      isMunicipality && level === 'province' && pieces.some(({ field }) => field === 'city');
    if (isTold || isSaidAbove) return [];
    const isFiller = cell !== '' && meantCell(cell) === '';
    return [
      { field: level, from: isFiller ? cell : '', to, reason: isFiller ? 'filler' : 'filled-from-child' },
    ];
  });
}

/** What the address says of the region after the columns have said it: gone from the detail. */
function repeats(
  columns: ReceiverColumns,
  pieces: readonly SaidPiece[],
  reading: AddressReading,
): AddressCorrection[] {
  const address = columns.address.trim();
  const inColumns = new Set(
    pieces.filter(({ column }) => column !== 'address' && column !== 'oneLine').map(({ field }) => field),
  );
  if (reading.province === reading.city && (inColumns.has('province') || inColumns.has('city')))
    inColumns.add('province').add('city');
  const again = pieces.filter(
    ({ column, field }) => column === 'address' && isLevel(field) && inColumns.has(field),
  );
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of again) {
    const last = runs[runs.length - 1];
    if (last !== undefined && /^[\s,，/-]*$/.test(address.slice(last.end, start))) last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => ({
    field: 'detail',
    from: address.slice(start, end),
    to: '',
    reason: 'repeated',
  }));
}

/** Signs nobody sees are told by their code. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Mn}]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

const cleanedFields = ['name', 'phone', 'detail'] as const;
type CleanedField = (typeof cleanedFields)[number];
const fieldOfColumn: Readonly<Partial<Record<Column, CleanedField>>> = {
  name: 'name',
  phone: 'phone',
  tel: 'phone',
  address: 'detail',
  region: 'detail',
  oneLine: 'detail',
};

function characterChanges(columns: ReceiverColumns, cells: Cells): AddressCorrection[] {
  return keysOf(fieldOfColumn).flatMap((column) =>
    cleanedCharacters(columns[column].trim()).map(({ start, from, to }): AddressCorrection => {
      const inside = cells.get(column)?.find((span) => span.start <= start && start < span.end)?.field;
      const known = cleanedFields.find((field) => field === inside) ?? fieldOfColumn[column] ?? 'detail';
      return { field: known, from: visible(from), to, reason: 'characters' };
    }),
  );
}

/** The phone in its usual form, and a name without what stood around it. */
function contactChanges(
  pieces: readonly SaidPiece[],
  columns: ReceiverColumns,
  reading: AddressReading,
): AddressCorrection[] {
  const found: AddressCorrection[] = [];
  const phone = pieces.find(
    ({ column, field }) => field === 'phone' && column !== 'address' && column !== 'oneLine',
  );
  if (phone !== undefined && reading.phone !== '' && phone.text !== reading.phone)
    found.push({ field: 'phone', from: phone.text, to: reading.phone, reason: 'phone-form' });
  const cell = columns.name.trim();
  const cleaned = cleanedCharacters(cell).reduce((text, { from, to }) => text.replace(from, to), cell);
  if (cell !== '' && reading.name !== '' && cleaned !== reading.name)
    found.push({ field: 'name', from: cell, to: reading.name, reason: 'name-only' });
  return found;
}

/**
 * Everything that a reading of columns changed of what was written, behind what the reader itself tells (old and
 * traditional names): short names, filled levels, repeated regions, unprintable characters, forms of phone and name.
 * Where the region is in conflict nothing of it was changed yet.
 */
export function explainColumns(
  columns: ReceiverColumns,
  reading: AddressReading,
  cells: Cells,
  divisions: Divisions,
): AddressCorrection[] {
  const pieces = piecesOf(columns, cells);
  const isOpen = reading.issues.includes('region_conflict');
  const changes = [
    ...reading.corrections,
    ...(isOpen ? [] : levelChanges(columns, reading, pieces, divisions)),
    ...(isOpen ? [] : repeats(columns, pieces, reading)),
    ...contactChanges(pieces, columns, reading),
    ...characterChanges(columns, cells),
  ];
  return changes.filter(
    ({ field, from, to }, at) =>
      changes.findIndex((other) => other.field === field && other.from === from && other.to === to) === at,
  );
}
