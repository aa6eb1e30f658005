import { type BillField, billFeeFields, isRemittance } from '../../../shared/domain/bills/bill.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { cleanCellText } from '../kit/cellText.ts';
import { guessWeightUnit } from '../kit/quantities.ts';
import { eachOf, type OpenTable, type TableRow, type TableSheet } from '../kit/tableFormat.ts';
import { headerKey, headerSlots } from '../recognition/findHeaderRow.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { isWaybillText, readFen } from './billCells.ts';
import { billFieldOf, isFeeHeader } from './billHeaders.ts';
import { findBillHeader } from './findBillHeader.ts';

/** How a column came by its field. */
export type BillColumnRule = 'operator' | 'remembered' | 'dictionary' | 'contained' | 'none';

export interface BillColumn {
  readonly columnIndex: number;
  readonly header: string;
  readonly field: BillField | null;
  readonly rule: BillColumnRule;
  /**
   * A person is asked: the result depends on this column and only a part of its name is known, or it is an unknown fee in a
   * bill without totals.
   */
  readonly isDoubtful: boolean;
  readonly samples: readonly string[];
}

export interface BillLayout {
  readonly sheet: string;
  /** Further sheets with the same columns, read after it. */
  readonly moreSheets: readonly string[];
  /** Sheets that hold waybill numbers under other columns: they are not read with this one, for they may name its parcels again. */
  readonly sheetsLeft: readonly string[];
  readonly headerRowNo: number;
  readonly headerKey: string;
  readonly columns: readonly BillColumn[];
  /** What weights without a unit count in; null: the first lines do not say. */
  readonly weightUnit: 'kg' | 'g' | null;
}

export interface BillOptions {
  /** What a person says now: column index → field, null to leave it out. */
  readonly columns?: Readonly<Record<number, BillField | null>> | undefined;
  /** What was said of this set of headers before: header slot → field. */
  readonly remembered?: ReadonlyMap<string, Readonly<Record<string, BillField | null>>> | undefined;
  readonly sheet?: string | undefined;
  /** Somebody is to say what the columns hold: a table without a known name is shown, too. */
  readonly isPreview?: boolean | undefined;
}

/** Of the head and below it. */
const sampleRows = 85;
/** Lines whose values are looked at. */
const sampleLines = 60;
/** Of these, several columns are added up. */
const added: readonly BillField[] = [...billFeeFields, 'discount'];
/** Fields whose wrong column would make every line wrong. */
const weighty: readonly BillField[] = ['waybillNo', 'total', 'weight'];

/**
 * What each column of a carrier's bill holds. BILL_LAYOUT_UNKNOWN: no column of numbers or none of money; IMPORT_NO_ROWS.
 * Nothing is stored.
 */
export async function recogniseBill(table: OpenTable, options: BillOptions): Promise<Outcome<BillLayout>> {
  let best: BillLayout | null = null;
  const keys = new Map<string, string>();
  const numbered: string[] = [];
  let hasRows = false;
  for (const sheet of table.sheets) {
    if (options.sheet !== undefined && options.sheet !== sheet.name) continue;
    const found = await recogniseSheet(sheet, options);
    hasRows ||= found.hasRows;
    if (found.layout === null) continue;
    keys.set(sheet.name, found.layout.headerKey);
    if (!missingFields(found.layout).includes('waybillNo')) numbered.push(sheet.name);
    if (best === null || worth(found.layout) > worth(best)) best = found.layout;
  }
  if (!hasRows) return failure('IMPORT_NO_ROWS');
  if (best === null) return failure('BILL_LAYOUT_UNKNOWN');
  const { sheet: own, headerKey: key } = best;
  const moreSheets = [...keys].filter(([name, one]) => name !== own && one === key).map(([name]) => name);
  const sheetsLeft = numbered.filter((name) => name !== own && !moreSheets.includes(name));
  const layout = { ...best, moreSheets, sheetsLeft };
  const missing = missingFields(layout);
  if (missing.length > 0 && options.columns !== undefined && options.isPreview !== true)
    return failure('BILL_COLUMNS_MISSING', { columns: missing.join(', ') });
  return done(layout);
}

/** Which of the two that every bill needs is missing: a column of numbers, or one of money. */
export function missingFields({ columns }: Pick<BillLayout, 'columns'>): readonly ('waybillNo' | 'total')[] {
  const has = (...fields: readonly BillField[]) =>
    columns.some(({ field }) => field !== null && fields.includes(field));
  return [
    ...(has('waybillNo') ? [] : (['waybillNo'] as const)),
    ...(has('total', ...billFeeFields) || isRemittance(columns.map(({ field }) => field))
      ? []
      : (['total'] as const)),
  ];
}

function worth(layout: BillLayout): number {
  const mapped = layout.columns.filter(({ field }) => field !== null).length;
  return mapped - 10 * missingFields(layout).length;
}

async function firstRows(sheet: TableSheet): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of eachOf(sheet.rows())) {
    rows.push(row);
    if (rows.length >= sampleRows) break;
  }
  return rows;
}

async function recogniseSheet(
  sheet: TableSheet,
  options: BillOptions,
): Promise<{ readonly hasRows: boolean; readonly layout: BillLayout | null }> {
  const rows = await firstRows(sheet);
  const header = findBillHeader(rows, options);
  if (header === null) return { hasRows: rows.length > 0, layout: null };
  const { headers } = header;
  const isLine = orderRowTest(header.rowNumber, headers);
  const below = rows.filter((row) => row.rowNumber > header.rowNumber && isLine(row)).slice(0, sampleLines);
  const samples = headers.map((_header, at) =>
    below.map((row) => cleanCellText(row.cells[at]?.text ?? '')).filter((text) => text !== ''),
  );
  const columns = mapColumns(headers, samples, options);
  const layout = {
    sheet: sheet.name,
    moreSheets: [],
    sheetsLeft: [],
    headerRowNo: header.rowNumber,
    headerKey: headerKey(headers),
    columns,
    weightUnit: guessWeightUnit(samples[columns.findIndex(({ field }) => field === 'weight')] ?? []),
  };
  return { hasRows: true, layout };
}

/** May these values be what the field says? Nothing filled says nothing against it, nor does a note below the lines. */
function fits(field: BillField, filled: readonly string[]): boolean {
  const values = field === 'waybillNo' ? filled.filter((text) => /\d{4}/.test(text)) : filled;
  if (values.length === 0) return true;
  const test =
    field === 'waybillNo'
      ? isWaybillText
      : field === 'total' || field === 'codAmount' || field === 'payout' || added.includes(field)
        ? (text: string) => readFen(text, '') !== null
        : null;
  return test === null || values.filter(test).length * 2 >= values.length;
}

function mapColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  { columns: chosenFields, remembered }: BillOptions,
): BillColumn[] {
  const slots = headerSlots(headers);
  const memory = remembered?.get(headerKey(headers)) ?? {};
  const guesses = headers.map((header, at) => {
    const guess = billFieldOf(header);
    return guess !== null && fits(guess.field, samples[at] ?? []) ? guess : null;
  });
  const chosenField = (at: number): BillField | null | undefined =>
    chosenFields?.[at] ?? memory[slots[at] ?? ''];
  const taken = new Set(headers.flatMap((_header, at) => chosenField(at) ?? []));
  const isBest = (at: number): boolean => {
    const guess = guesses[at];
    if (guess === null || guess === undefined) return false;
    if (added.includes(guess.field)) return guess.isExact || !/合计|总/.test(headers[at] ?? '');
    if (taken.has(guess.field)) return false;
    return !guesses.some(
      (other, index) =>
        other?.field === guess.field &&
        chosenField(index) === undefined &&
        (other.rank < guess.rank || (other.rank === guess.rank && index < at)),
    );
  };
  const hasTotal = taken.has('total') || guesses.some((guess) => guess?.field === 'total');
  return headers.map((header, columnIndex) => {
    const base = { columnIndex, header, samples: (samples[columnIndex] ?? []).slice(0, 3) };
    if (chosenFields?.[columnIndex] !== undefined)
      return { ...base, field: chosenFields[columnIndex] ?? null, rule: 'operator', isDoubtful: false };
    const known = memory[slots[columnIndex] ?? ''];
    if (known !== undefined) return { ...base, field: known, rule: 'remembered', isDoubtful: false };
    const guess = guesses[columnIndex];
    if (guess === null && !hasTotal && isFeeHeader(header) && fits('otherFee', samples[columnIndex] ?? []))
      return { ...base, field: 'otherFee', rule: 'contained', isDoubtful: true };
    if (guess === null || guess === undefined || !isBest(columnIndex))
      return { ...base, field: null, rule: 'none', isDoubtful: false };
    const { field, isExact } = guess;
    const rule = isExact ? 'dictionary' : 'contained';
    return { ...base, field, rule, isDoubtful: !isExact && weighty.includes(field) };
  });
}
