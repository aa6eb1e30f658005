import type { AddressSpan } from '../../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../../shared/domain/receiverColumns.ts';
import type { FoundName } from '../names/findName.ts';
import { cleanName } from '../names/nameWorth.ts';
import { findPrivacyCode, type TakenNumbers, takeNumbers } from '../numbers/takeNumbers.ts';
import { saysOfNumber } from '../text/chatter.ts';
import { findLabels } from '../text/findLabels.ts';
import { normaliseText } from '../text/normaliseText.ts';
import { Ownership } from '../text/ownership.ts';
import { saysNobody } from '../text/saysNothing.ts';
import {
  type CellPart,
  type Column,
  cleanedCharacters,
  joinColumns,
  meantCell,
  spansByCell,
} from './joinColumns.ts';

/** What the columns for name and numbers say. */
export interface ContactCells {
  readonly name: FoundName | undefined;
  /** Undefined: no such cell is filled, so the address may be asked. */
  readonly numbers: TakenNumbers | undefined;
  readonly spans: ReadonlyMap<Column, readonly AddressSpan[]>;
  /** Extension of a cell of its own, of the name or the address, for a number that has none. */
  readonly extension: string;
  /** Words in a cell for numbers that are none: they must not get lost. */
  readonly leftover: string;
}

/** Nothing, in the words of exports; asterisks are no filler here but a hidden number. */
const noNumber = /^(?:无|null|none|n\/a|[-/—.]*)$/i;

/** Nine cells in ten of an export; also 0138… as dialled from another city, and two numbers without a blank. */
const mobilesOnly = /^0?(1[3-9]\d{9})(1[3-9]\d{9})?$/;
/** 张三[7839]: the extension that a shop hangs on the name. */
const codeOnName = /[[(（【]\s*(\d{3,6})\s*[\])）】]\s*$/;
/** 于洋 13812345678 in the name cell. */
const phoneInName = /\+?\d[\d\s-]{5,}\d(?:\s*(?:-|转|#)\s*\d{1,6})?/;
const phonesInName = new RegExp(phoneInName, 'g');
/** What says of such a cell what it holds: / 备用, (转), 姓名: */
const besideNumber = /(?:备用|另一?个?|手机|电话|联系方式|姓名|收[件货]人|tel)\s*[:：]?|\(\s*转?\s*\)/gi;
const marksAround = /^[\s/、,，;；|]+|[\s/、,，;；|]+$/g;

/** 欧阳静 of 欧阳静 / 13701230003 / 备用13701230004. */
function withoutNumbers(cell: string): string {
  if (!phoneInName.test(cell)) return cell;
  return cell.replace(phonesInName, ' ').replace(besideNumber, ' ').replace(marksAround, '');
}
/** Every notation of an extension has one of these; most addresses have none and are not searched. */
const mayHoldCode = /[转轉分[(【（［]|ext/i;

function codeInAddress(address: string): string {
  return mayHoldCode.test(address) ? (findPrivacyCode(normaliseText(address))?.code ?? '') : '';
}

const plainNumbers = {
  extension: '',
  isExtensionGuessed: false,
  postcode: '',
  masked: false,
  broken: false,
  local: false,
};

interface ReadNumbers {
  readonly numbers: TakenNumbers;
  readonly spans: readonly AddressSpan[];
}

function readNumbers(text: string): ReadNumbers {
  const mobiles = mobilesOnly.exec(text);
  if (mobiles?.[1] !== undefined) {
    const [, phone, other] = mobiles;
    const end = text.length - (other?.length ?? 0);
    const spans: AddressSpan[] = [{ field: 'phone', start: 0, end }];
    if (other !== undefined) spans.push({ field: 'otherPhone', start: end, end: text.length });
    const otherPhones = other === undefined ? [] : [other];
    return { numbers: { ...plainNumbers, phone, otherPhones }, spans };
  }
  const normal = normaliseText(text);
  const owned = new Ownership(normal);
  const numbers = takeNumbers(normal, owned);
  const labels = /\p{L}/u.test(normal.text) ? findLabels(normal, owned) : [];
  for (const label of labels) owned.take(label.start, label.end, 'label');
  // In a cell for numbers nothing else stands behind one.
  return { numbers: { ...numbers, isExtensionGuessed: false }, spans: owned.spans() };
}

/** The name cell is asked for a number only when no other cell has one. */
function numberParts(columns: ReceiverColumns): CellPart[] {
  const parts = (['phone', 'tel'] as const)
    .map((column): CellPart => ({ column, cellStart: 0, text: columns[column].trim() }))
    .filter(({ text }) => !noNumber.test(text));
  if (parts.length > 0) return parts;
  const name = columns.name.trim();
  const found = [...name.matchAll(phonesInName)];
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined) return [];
  const cellStart = first.index;
  return [{ column: 'name', cellStart, text: name.slice(cellStart, last.index + last[0].length) }];
}

/** Both columns often carry the same number. */
function otherThan(numbers: TakenNumbers): readonly string[] {
  const others = numbers.otherPhones.filter(
    (other) => other.split('-')[0] !== numbers.phone && other !== numbers.phone,
  );
  return [...new Set(others)];
}

interface ReadName {
  readonly found: FoundName | undefined;
  readonly spans: readonly AddressSpan[];
}

function readName(columns: ReceiverColumns): ReadName {
  const cell = columns.name.trim();
  // Length is kept, so that the name can be found again in the cell.
  const narrow = cell.replace(/（/g, '(').replace(/）/g, ')');
  const clean = cleanName(withoutNumbers(narrow.replace(codeOnName, '')).trim());
  const start = narrow.indexOf(clean);
  const written = start === -1 ? clean : cell.slice(start, start + clean.length);
  let name = written;
  for (const { from, to } of cleanedCharacters(written)) name = name.replace(from, to);
  name = cleanName(name.trim());
  if (name === '' || saysNobody(cell)) return { found: undefined, spans: [] };
  const code = codeOnName.exec(cell);
  const spans: AddressSpan[] = start === -1 ? [] : [{ field: 'name', start, end: start + written.length }];
  if (code !== null) spans.push({ field: 'extension', start: code.index, end: cell.length });
  return { found: { start: 0, end: 0, name, score: 13, rule: 'label' }, spans };
}

function leftoverOf(parts: readonly CellPart[], spans: ReadonlyMap<Column, readonly AddressSpan[]>): string {
  return parts
    .flatMap(({ column, cellStart, text }) =>
      (spans.get(column) ?? [])
        .filter(({ field }) => field === 'leftover')
        .map(({ start, end }) => text.slice(start - cellStart, end - cellStart)),
    )
    .filter((text) => /[\p{L}\p{N}]{2}/u.test(text) && !saysOfNumber(text))
    .join(' ');
}

/**
 * Reads the cells for name, numbers and postcode. A number cell that holds none of the known kinds (mobile, landline,
 * 400/800, overseas) is `broken`; a second number of a cell goes to `otherPhones`, words beside it to `leftover`.
 */
export function readContactCells(columns: ReceiverColumns): ContactCells {
  const parts = numberParts(columns);
  const joined = joinColumns(parts, '\n');
  const read = parts.length === 0 ? undefined : readNumbers(joined.text);
  const spans = new Map<Column, readonly AddressSpan[]>(
    read === undefined ? [] : spansByCell(joined, read.spans),
  );
  const leftover = parts[0]?.column === 'name' ? '' : leftoverOf(parts, spans);
  const name = readName(columns);
  const inName = spans.get('name') ?? [];
  // What is left of the cell as its name may repeat the number; a place has one field.
  const besides = name.spans.filter(
    ({ start, end }) => !inName.some((number) => number.start < end && start < number.end),
  );
  spans.set(
    'name',
    [...besides, ...inName].sort((a, b) => a.start - b.start),
  );
  const apart =
    columns.extension.replace(/\D/g, '') ||
    codeOnName.exec(columns.name)?.[1] ||
    codeInAddress(columns.address);
  const postcode = meantCell(columns.postcode);
  const whole = (text: string, field: AddressSpan['field']): AddressSpan[] => [
    { field, start: 0, end: text.length },
  ];
  const extension = columns.extension.trim();
  if (/\d/.test(extension)) spans.set('extension', whole(extension, 'extension'));
  if (postcode !== '') spans.set('postcode', whole(postcode, 'postcode'));
  if (read === undefined) return { name: name.found, numbers: undefined, extension: apart, spans, leftover };
  const numbers: TakenNumbers = {
    ...read.numbers,
    extension: read.numbers.extension || (read.numbers.phone === '' ? '' : apart),
    otherPhones: otherThan(read.numbers),
    postcode,
    masked: read.numbers.masked || columns.name.includes('*'),
    broken: read.numbers.phone === '' && !read.numbers.masked,
  };
  return { name: name.found, numbers, extension: apart, spans, leftover };
}
