import { readCarrierCode } from '../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { groupBy } from '../../shared/rules/groupBy.ts';
import { cleanCellText, halfWidth } from './kit/cellText.ts';
import { openSource } from './kit/openSource.ts';
import { catchTableFault, eachOf, fileTooLarge, type OpenTable, type TableSheet } from './kit/tableFormat.ts';
import { openOrderFile } from './openOrderFile.ts';
import { fillSheetXml } from './templates/fillSheetXml.ts';
import { fillText, readTextTemplate, rowsOfText } from './templates/fillText.ts';
import { locateColumns, type TemplateColumns, type TemplateRow } from './templates/locateColumns.ts';
import { replaceZipMember } from './templates/replaceZipMember.ts';
import { encodeGb18030 } from './writers/encodeGb18030.ts';
import { beginsLikeFormula } from './writers/writeDelimited.ts';

/** One parcel of one order, with the name its carrier has at the platform unless the template lists another. */
export interface TemplateParcel {
  readonly orderNo: string;
  readonly carrierCode: string;
  readonly carrierName: string;
  readonly waybillNo: string;
}

export interface FilledTemplate {
  readonly bytes: Uint8Array;
  readonly extension: 'csv' | 'xlsx';
  /** Parcels written, of those given. */
  readonly written: readonly TemplateParcel[];
  /** Order rows that hold another number already: a person put it there. */
  readonly taken: readonly string[];
}

/** Templates are small; what is larger is no template. */
const mostTemplateBytes = 20 * 1024 * 1024;
/** Names in lists beside the order sheet that are looked at. */
const mostListRows = 2_000;

/**
 * Fills carrier and number into the file a platform gave out. Rows that name an order are filled in place, further parcels and a
 * template without rows get rows below; nothing else changes. Failures: IMPORT_*, TEMPLATE_*.
 */
export async function fillTemplate(
  path: string,
  parcels: readonly TemplateParcel[],
): Promise<Outcome<FilledTemplate>> {
  const table = await openOrderFile(path);
  if (!table.ok) return table;
  try {
    return await catchTableFault(async () => {
      const bytes = await readBytes(path);
      if (!bytes.ok) return bytes;
      if (table.value.format === 'csv') return fillCsv(bytes.value, table.value.encoding, parcels);
      if (table.value.format === 'xlsx') return await fillXlsx(bytes.value, table.value, parcels);
      return failure('TEMPLATE_FORMAT', { format: table.value.format });
    });
  } finally {
    await table.value.close();
  }
}

function readBytes(path: string): Promise<Outcome<Buffer>> {
  return openSource(path, async ({ handle, sizeBytes }) => {
    if (sizeBytes > mostTemplateBytes) return fileTooLarge(sizeBytes, mostTemplateBytes);
    const bytes = await handle.readFile();
    await handle.close();
    return done(bytes);
  });
}

function fillCsv(
  bytes: Buffer,
  encoding: string,
  parcels: readonly TemplateParcel[],
): Outcome<FilledTemplate> {
  const mark = encoding === 'utf-8' ? '\uFEFF' : '';
  const hasMark = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF', 'utf8'));
  const template = readTextTemplate(new TextDecoder(encoding).decode(bytes));
  const plan = planEdits(rowsOfText(template), parcels, new Map());
  if (!plan.ok) return plan;
  const text = fillText(template, plan.value.edits);
  const encoded = encode((hasMark ? mark : '') + text, encoding);
  if (encoded === null) return failure('TEMPLATE_FORMAT', { format: encoding });
  const { written, taken } = plan.value;
  return done({ bytes: encoded, extension: 'csv', written, taken });
}

/** In the encoding it came in; null: there is no writer for it. */
function encode(text: string, encoding: string): Uint8Array | null {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (encoding === 'gb18030') return encodeGb18030(text);
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return null;
}

async function fillXlsx(
  bytes: Buffer,
  table: OpenTable,
  parcels: readonly TemplateParcel[],
): Promise<Outcome<FilledTemplate>> {
  for (const sheet of table.sheets) {
    const rows = await rowsOf(sheet);
    if (locateColumns(rows) === null) continue;
    const plan = planEdits(rows, parcels, await listedNames(table, sheet.name));
    if (!plan.ok) return plan;
    const { edits, written, taken } = plan.value;
    const filled = replaceZipMember(bytes, sheet.part ?? '', (xml) => fillSheetXml(xml, edits));
    if (filled === null) return failure('IMPORT_FILE_CORRUPT', { reason: 'zip' });
    return done({ bytes: filled, extension: 'xlsx', written, taken });
  }
  return failure('TEMPLATE_COLUMNS_MISSING');
}

async function rowsOf(sheet: TableSheet, limit = Number.POSITIVE_INFINITY): Promise<TemplateRow[]> {
  const rows: TemplateRow[] = [];
  for await (const { rowNumber, cells } of eachOf(sheet.rows())) {
    rows.push({ rowNumber, texts: cells.map(({ text }) => text) });
    if (rows.length >= limit) break;
  }
  return rows;
}

/** Names of carriers as another sheet of the template lists them: exactly these are accepted. */
async function listedNames(table: OpenTable, sheetName: string): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const sheet of table.sheets) {
    if (sheet.name === sheetName) continue;
    for (const { texts } of await rowsOf(sheet, mostListRows)) {
      for (const text of texts.map(cleanCellText)) {
        const code = text === '' || /^[\dA-Z]+$/i.test(text) ? null : readCarrierCode(text);
        if (code !== null && !names.has(code)) names.set(code, text);
      }
    }
  }
  return names;
}

interface EditPlan {
  readonly edits: Map<number, Map<number, string>>;
  readonly written: TemplateParcel[];
  readonly taken: string[];
}

function planEdits(
  rows: readonly TemplateRow[],
  parcels: readonly TemplateParcel[],
  listed: ReadonlyMap<string, string>,
): Outcome<EditPlan> {
  const columns = locateColumns(rows);
  if (columns === null) return failure('TEMPLATE_COLUMNS_MISSING');
  const named = parcels.map((parcel) => ({
    ...parcel,
    carrierName: listed.get(parcel.carrierCode) ?? parcel.carrierName,
  }));
  const orders = rows.filter(
    ({ rowNumber, texts }) => rowNumber > columns.headerRowNumber && orderOf(texts, columns) !== '',
  );
  const numbers = new Set(parcels.map(({ orderNo }) => orderNo));
  const isList = orders.some(({ texts }) => numbers.has(orderOf(texts, columns)));
  if (named.some((parcel) => [...cellsOf(parcel, columns).values()].some(beginsLikeFormula)))
    return failure('WRITEBACK_CELL_FORMULA');
  const next = (rows.at(-1)?.rowNumber ?? columns.headerRowNumber) + 1;
  const plan: EditPlan = { edits: new Map(), written: [], taken: [] };
  const waiting = groupBy(named, ({ orderNo }) => orderNo);
  const alone = new Map(
    [...waiting].flatMap(([orderNo, [only, ...more]]) =>
      only === undefined || more.length > 0 ? [] : [[orderNo, only] as const],
    ),
  );
  for (const { rowNumber, texts } of orders)
    fillRow(plan, waiting, columns, { rowNumber, texts, whole: alone.get(orderOf(texts, columns)) });
  // Below the list: further parcels of its orders. A template that lists no order of ours gets all of them.
  const listedOrders = new Set(orders.map(({ texts }) => orderOf(texts, columns)));
  let row = next;
  for (const [orderNo, open] of waiting) {
    if (plan.taken.includes(orderNo) || (isList && !listedOrders.has(orderNo))) continue;
    for (const parcel of open) {
      plan.edits.set(row++, cellsOf(parcel, columns));
      plan.written.push(parcel);
    }
  }
  return done(plan);
}

function fillRow(
  plan: EditPlan,
  waiting: Map<string, TemplateParcel[]>,
  columns: TemplateColumns,
  { rowNumber, texts, whole }: TemplateRow & { readonly whole: TemplateParcel | undefined },
): void {
  const orderNo = orderOf(texts, columns);
  const open = waiting.get(orderNo) ?? [];
  const present = cleanCellText(texts[columns.waybillNo] ?? '').toUpperCase();
  if (open.length === 0) {
    // Further goods of an order that travels in one parcel: left blank they would count as not shipped.
    if (whole !== undefined && present === '' && plan.written.includes(whole))
      plan.edits.set(rowNumber, filledCells(whole, columns));
    return;
  }
  const index = present === '' ? 0 : open.findIndex(({ waybillNo }) => waybillNo.toUpperCase() === present);
  const parcel = open[index];
  if (parcel === undefined) {
    plan.taken.push(orderNo);
    return;
  }
  open.splice(index, 1);
  plan.edits.set(rowNumber, filledCells(parcel, columns));
  plan.written.push(parcel);
}

/** In a row that names its order already. */
function filledCells(parcel: TemplateParcel, columns: TemplateColumns): Map<number, string> {
  const cells = cellsOf(parcel, columns);
  cells.delete(columns.orderNo);
  return cells;
}

function cellsOf(parcel: TemplateParcel, columns: TemplateColumns): Map<number, string> {
  return new Map([
    [columns.orderNo, parcel.orderNo],
    [columns.carrier, parcel.carrierName],
    [columns.waybillNo, parcel.waybillNo],
  ]);
}

function orderOf(texts: readonly string[], { orderNo }: TemplateColumns): string {
  return halfWidth(cleanCellText(texts[orderNo] ?? ''));
}
