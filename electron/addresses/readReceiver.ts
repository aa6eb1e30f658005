import type { AddressReading } from '../../shared/domain/addressReading.ts';
import type { ReceiverColumns } from '../../shared/domain/receiverColumns.ts';
import { checkRegionCells } from './checkRegionCells.ts';
import { findPrivacyCode } from './findPrivacyCode.ts';
import type { FoundName } from './foundName.ts';
import type { Divisions } from './loadDivisions.ts';
import { cleanName } from './nameWorth.ts';
import { normaliseText } from './normaliseText.ts';
import { Ownership } from './ownership.ts';
import { readPlainReceiver } from './readPlainReceiver.ts';
import { readText } from './readText.ts';
import { type TakenNumbers, takeNumbers } from './takeNumbers.ts';

/** Fillers of exports: they name no division. */
const filler = /^(?:市辖区|县|其[它他]区?|无|null|none|n\/a|[-/—.*]*)$/i;

function meant(cell: string): string {
  const trimmed = cell.trim();
  return filler.test(trimmed) ? '' : trimmed;
}

/** Nine cells in ten of an export: nothing to be found out about it. */
const plainMobile = /^1[3-9]\d{9}$/;

function readNumbers(text: string): TakenNumbers {
  if (plainMobile.test(text)) {
    return {
      phone: text,
      extension: '',
      otherPhones: [],
      postcode: '',
      masked: false,
      broken: false,
      local: false,
    };
  }
  const normal = normaliseText(text);
  return takeNumbers(normal.text, new Ownership(normal));
}

/** 张三[7839]: the extension that a shop hangs on the name. */
const codeOnName = /[[(（【]\s*(\d{3,6})\s*[\])）】]\s*$/;

/** 于洋 13812345678 in the name cell. */
const phoneInName = /\+?\d[\d\s-]{5,}\d(?:\s*(?:-|转|#)\s*\d{1,6})?/;

/** Every notation of an extension has one of these; most addresses have none and are not searched. */
const mayHoldCode = /[转轉分[(【（［]|ext/i;

function codeInAddress(address: string): string {
  return mayHoldCode.test(address) ? (findPrivacyCode(normaliseText(address).text)?.code ?? '') : '';
}

function knownNumbers(columns: ReceiverColumns): TakenNumbers | undefined {
  const cells = `${columns.phone.trim()}\n${columns.tel.trim()}`.trim();
  const written = cells === '' && phoneInName.test(columns.name) ? columns.name : cells;
  if (written === '') return undefined;
  const read = readNumbers(written);
  const apart =
    columns.extension.replace(/\D/g, '') ||
    codeOnName.exec(columns.name)?.[1] ||
    codeInAddress(columns.address);
  // Both columns often carry the same number.
  const otherPhones = read.otherPhones.filter(
    (other) => other.split('-')[0] !== read.phone && other !== read.phone,
  );
  return {
    ...read,
    extension: read.extension || (read.phone === '' ? '' : apart),
    otherPhones: [...new Set(otherPhones)],
    postcode: meant(columns.postcode),
    masked: read.masked || columns.name.includes('*'),
    broken: read.phone === '' && !read.masked,
  };
}

function knownName(columns: ReceiverColumns): FoundName | undefined {
  const name = cleanName(columns.name.replace(codeOnName, '').replace(phoneInName, ' ').trim());
  return name === '' ? undefined : { start: 0, end: 0, name, score: 13, rule: 'label' };
}

function addressText(columns: ReceiverColumns, extension: string): string {
  // Shops hang the extension on the address too: 珠江路1号[7839].
  const code =
    extension === '' ? /$^/ : new RegExp(`[[(（【]\\s*(?:转|分机)?${extension}\\s*[\\])）】]`, 'g');
  const address = columns.address.trim().replace(code, '');
  const town = meant(columns.town);
  const levels = [columns.province, columns.city, columns.district].map(meant);
  const parts = [
    ...levels,
    meant(columns.region),
    address.includes(town) ? '' : town,
    address,
    columns.oneLine.trim(),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * Understands a receiver that stands in columns. The columns are checked against the division tree and against
 * each other: missing levels are filled when only one fits, contradictions are an issue, a region repeated in the
 * detail is taken out of it. `spans` is empty, since several cells have no common text.
 */
export function readReceiver(columns: ReceiverColumns, divisions: Divisions): AddressReading {
  return readPlainReceiver(columns, divisions, readWholeReceiver) ?? readWholeReceiver(columns, divisions);
}

/** The long way, for any row. */
export function readWholeReceiver(columns: ReceiverColumns, divisions: Divisions): AddressReading {
  const name = knownName(columns);
  const numbers = knownNumbers(columns);
  const reading = readText(addressText(columns, numbers?.extension ?? ''), divisions, {
    ...(name === undefined ? {} : { name }),
    ...(numbers === undefined ? {} : { numbers }),
  });
  const postcode = meant(columns.postcode) || reading.postcode;
  const checked = checkRegionCells(reading, columns, divisions, (text) => readText(text, divisions));
  return { ...checked, postcode, spans: [] };
}
