import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanCellText } from '../kit/cellText.ts';
import type { FileRecognition } from '../kit/orderDraft.ts';
import {
  catchTableFault,
  eachOf,
  type OpenTable,
  type TableRow,
  type TableSheet,
} from '../kit/tableFormat.ts';
import type { ImportProfile } from '../profiles/importProfile.ts';
import { genericProfile, importProfiles } from '../profiles/importProfiles.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { saysPhone, saysPlace } from './contentTests.ts';
import { findHeaderRow, headerKey, headerSlots } from './findHeaderRow.ts';
import { isFurtherHeader } from './furtherHeader.ts';
import { emptyOwnDictionary, isCanonicalField, type OwnDictionary } from './headerDictionary.ts';
import { mapColumns } from './mapColumns.ts';
import { orderRowTest } from './orderRowTest.ts';
import { type OtherTable, otherTableOf } from './otherTables.ts';
import { senderColumns } from './senderColumns.ts';
import { sheetStanding } from './sheetStanding.ts';

/** Header rows plus the data rows that ambiguous columns are judged by. */
const mostSampleRows = 70;

export interface RecognitionOptions {
  /** Profile id chosen by the operator. */
  readonly profile?: string | undefined;
  /** Sheet name; otherwise the sheet that looks most like orders. */
  readonly sheet?: string | undefined;
  /** The operator's mapping: column index → canonical field, null to leave the column out. */
  readonly mapping?: Readonly<Record<number, string | null>> | undefined;
  /** Recognise a table without receiver columns too, so that a mapping screen can ask for them. */
  readonly allowIncomplete?: boolean;
  /** What the workspace taught; nothing when absent. */
  readonly own?: OwnDictionary;
}

async function firstRows(sheet: TableSheet): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of eachOf(sheet.rows())) {
    rows.push(row);
    if (rows.length >= mostSampleRows) break;
  }
  return rows;
}

function invalidColumn(mapping: Readonly<Record<number, string | null>>): number | null {
  for (const [index, field] of Object.entries(mapping)) {
    if (field !== null && !isCanonicalField(field)) return Number(index) + 1;
  }
  return null;
}

const reachFields: readonly string[] = [
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'addressDetail',
  'oneLineReceiver',
];

function hasReceiver(recognition: FileRecognition): boolean {
  return recognition.mapping.some((column) => column.field !== null && reachFields.includes(column.field));
}

const addressFields: readonly string[] = ['fullAddress', 'addressDetail', 'oneLineReceiver'];

/** A text without columns in which one line has a number and another the place: people as they are written in a chat. */
function isChat({ format, headerRowNumber, mapping, sampleRows = [] }: FileRecognition): boolean {
  if (format !== 'csv' || headerRowNumber > 0) return false;
  if (mapping.some(({ field }) => field !== null && addressFields.includes(field))) return false;
  const lines = sampleRows.map((cells) => cells.join(' '));
  return lines.some(saysPhone) && lines.some(saysPlace);
}

/** 1. 张三 2份, 2、李四 +1: who joins a group order, and for how many. */
const chainLine =
  /^\s*\d{1,3}\s*[.、．,，)）:：]?\s*[^\d\s].*?(?:\d\s*[份斤箱盒件个袋包瓶只组套单]|[+＋x×*]\s*\d)/;

/** A #接龙 of a chat group: names with counts, and nothing to send to. */
function isChain({ headerRowNumber, sampleRows = [] }: FileRecognition): boolean {
  if (headerRowNumber > 0) return false;
  const lines = sampleRows.map((cells) => cells.join(' ').trim()).filter((line) => line !== '');
  const listed = lines.filter((line) => chainLine.test(line)).length;
  const isTitled = lines[0]?.includes('接龙') === true;
  return listed >= (isTitled ? 1 : 2) && !lines.some((line) => saysPhone(line) || saysPlace(line));
}

/** A table with receivers that is no table of orders; null: it may be one. */
function otherThanOrders(recognition: FileRecognition): OtherTable | 'IMPORT_CHAT_TEXT' | null {
  return isChat(recognition) ? 'IMPORT_CHAT_TEXT' : otherTableOf(recognition.mapping);
}

function mappedCount(recognition: FileRecognition): number {
  return recognition.mapping.filter((column) => column.field !== null).length;
}

/** What was said before of a file with this set of headers, brought to the places the columns have now. */
function rememberedColumns(
  headers: readonly string[],
  own: OwnDictionary,
): Readonly<Record<number, string | null>> {
  if (own.memories.size === 0) return {};
  const memory = own.memories.get(headerKey(headers));
  if (memory === undefined) return {};
  const entries = headerSlots(headers).flatMap((slot, index) => {
    const field = memory.columns[slot];
    return field === undefined ? [] : [[index, field] as const];
  });
  return Object.fromEntries(entries);
}

async function recogniseSheet(
  table: OpenTable,
  sheet: TableSheet,
  profile: ImportProfile | null,
  options: RecognitionOptions,
): Promise<FileRecognition | null> {
  const rows = await firstRows(sheet);
  if (!rows.some(({ cells }) => cells.some(({ text }) => cleanCellText(text) !== ''))) return null;
  const own = options.own ?? emptyOwnDictionary;
  const header = findHeaderRow(rows, own);
  const headers = (header?.cells ?? []).map((cell) => cleanCellText(cell.text));
  const headerRowNumber = header?.rowNumber ?? 0;
  const isOrderRow = orderRowTest(headerRowNumber, headers);
  const mapping = headers.map((header) => ({ header }));
  const next = rows.findIndex((row) => isFurtherHeader(row, { headerRowNumber, mapping }));
  const ownRows = next === -1 ? rows : rows.slice(0, next);
  const dataRows = ownRows.filter((row) => row.rowNumber > headerRowNumber && isOrderRow(row)).slice(0, 50);
  const chosen = profile ?? recogniseProfile(headers);
  const samples = dataRows.map((row) => row.cells.map((cell) => cleanCellText(cell.text)));
  return {
    format: table.format,
    encoding: table.encoding,
    sheet: sheet.name,
    headerRowNumber,
    profile: chosen.id,
    mapping: mapColumns(headers, samples, {
      profile: chosen,
      spellings: own.spellings,
      senders: senderColumns(
        rows.find(({ rowNumber }) => rowNumber === headerRowNumber - 1),
        headers.length,
      ),
      remembered: rememberedColumns(headers, own),
      overrides: options.mapping ?? {},
    }),
    sampleRows: samples,
  };
}

/**
 * A further sheet of orders, not one of addresses to choose from: it has order numbers, or the columns of the sheet that is read,
 * as a list kept on a sheet a day.
 */
function looksLikeOrders(recognition: FileRecognition, read: FileRecognition): boolean {
  if (!hasReceiver(recognition)) return false;
  return fieldsOf(recognition).has('orderNo') || isSameLayout(recognition, read);
}

function isSameLayout(one: FileRecognition, other: FileRecognition): boolean {
  const keyOf = ({ mapping }: FileRecognition) => headerKey(mapping.map(({ header }) => header));
  const isEmpty = (one.sampleRows ?? []).length === 0;
  return one.headerRowNumber > 0 && other.headerRowNumber > 0 && !isEmpty && keyOf(one) === keyOf(other);
}

const goodsFields: readonly string[] = ['goodsName', 'sku', 'skuCode'];

function fieldsOf({ mapping }: FileRecognition): ReadonlySet<string> {
  return new Set(mapping.flatMap(({ field }) => field ?? []));
}

/** Exports in two sheets: one with the receivers and no goods, one with the goods of the same order numbers. */
function findGoodsSheet(best: FileRecognition, all: readonly FileRecognition[]): FileRecognition | undefined {
  const mine = fieldsOf(best);
  if (!mine.has('orderNo') || goodsFields.some((field) => mine.has(field))) return undefined;
  return all.find((one) => {
    const fields = fieldsOf(one);
    const isOther = one.sheet !== best.sheet && !hasReceiver(one) && fields.has('orderNo');
    return isOther && goodsFields.some((field) => fields.has(field));
  });
}

const noSheets: ReadonlySet<string> = new Set();

/** Names of the sheets that are not read while there is another one of orders. */
function sheetsSetAside(sheets: readonly TableSheet[]): ReadonlySet<string> {
  return new Set(sheets.filter((sheet) => sheetStanding(sheet) !== 'orders').map(({ name }) => name));
}

function better(left: FileRecognition | null, right: FileRecognition): FileRecognition {
  if (left === null) return right;
  if (hasReceiver(left) !== hasReceiver(right)) return hasReceiver(left) ? left : right;
  return mappedCount(right) > mappedCount(left) ? right : left;
}

/**
 * Finds the header row, the platform and the meaning of each column from the first rows. `headerRowNumber` 0: the table
 * has no header and was read by content. Failures: IMPORT_NO_ROWS, IMPORT_NO_RECEIVER_COLUMNS, IMPORT_CHAT_TEXT, IMPORT_CHAIN_TEXT, IMPORT_SHEET_NOT_FOUND,
 * IMPORT_PROFILE_UNKNOWN, IMPORT_MAPPING_INVALID, and whatever is wrong inside the file.
 */
export function recogniseTable(
  table: OpenTable,
  options: RecognitionOptions = {},
): Promise<Outcome<FileRecognition>> {
  return catchTableFault(async () => {
    const profile = importProfiles.find((one) => one.id === options.profile) ?? null;
    if (options.profile !== undefined && profile === null) {
      return failure('IMPORT_PROFILE_UNKNOWN', { profile: options.profile });
    }
    const wrongColumn = invalidColumn(options.mapping ?? {});
    if (wrongColumn !== null) return failure('IMPORT_MAPPING_INVALID', { column: wrongColumn });
    const sheets = table.sheets.filter((one) => options.sheet === undefined || one.name === options.sheet);
    if (sheets.length === 0) return failure('IMPORT_SHEET_NOT_FOUND', { sheet: options.sheet ?? '' });
    const all: FileRecognition[] = [];
    for (const sheet of sheets) {
      const found = await recogniseSheet(table, sheet, profile, options);
      if (found !== null) all.push(found);
    }
    // A sheet that a person names is believed, whatever its tab says.
    const setAside = options.sheet === undefined ? sheetsSetAside(table.sheets) : noSheets;
    const offered = all.filter(({ sheet }) => !setAside.has(sheet));
    const best = (offered.some(hasReceiver) ? offered : all).reduce(better, null);
    if (best === null) return failure('IMPORT_NO_ROWS');
    if (!hasReceiver(best) && options.allowIncomplete !== true) {
      const { profile: found } = best;
      const refusedAs = importProfiles.find(({ id }) => id === found)?.refusedAs;
      const lacking = isChain(best) ? 'IMPORT_CHAIN_TEXT' : 'IMPORT_NO_RECEIVER_COLUMNS';
      return failure(refusedAs ?? otherThanOrders(best) ?? lacking);
    }
    // Whoever says what the columns are, or whose export it is, is believed.
    const isTold = options.mapping !== undefined || options.profile !== undefined;
    const otherwise = isTold || options.allowIncomplete === true ? null : otherThanOrders(best);
    if (otherwise !== null) return failure(otherwise);
    const read = best;
    const goodsSheet = findGoodsSheet(read, all);
    const others = all.filter((one) => one !== read && looksLikeOrders(one, read)).map(({ sheet }) => sheet);
    const otherSheets = others.filter((name) => !setAside.has(name));
    const leftOutSheets = others.filter((name) => setAside.has(name));
    return done({
      ...read,
      ...(otherSheets.length === 0 ? {} : { otherSheets }),
      ...(leftOutSheets.length === 0 ? {} : { leftOutSheets }),
      ...(setAside.has(read.sheet) ? { isSheetDoubtful: true } : {}),
      ...(goodsSheet === undefined ? {} : { goodsSheet }),
    });
  });
}

function score(profile: ImportProfile, headers: ReadonlySet<string>): number {
  const has = (header: string): boolean => headers.has(normaliseHeader(header));
  const oneOf = profile.oneOf ?? [];
  if (!profile.must.every(has)) return 0;
  if (!oneOf.every((group) => group.some(has))) return 0;
  if (profile.not?.some(has) === true) return 0;
  return 10 * (profile.must.length + oneOf.length) + (profile.helps ?? []).filter(has).length;
}

/** The profile whose signature the headers fit best; `generic` when none fits. */
function recogniseProfile(headers: readonly string[]): ImportProfile {
  const normalised = new Set(headers.map(normaliseHeader));
  let best = genericProfile;
  let bestScore = 0;
  for (const profile of importProfiles) {
    const points = score(profile, normalised);
    if (points > bestScore) {
      best = profile;
      bestScore = points;
    }
  }
  return best;
}
