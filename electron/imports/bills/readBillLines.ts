import {
  type BillFeeKind,
  type BillField,
  type BillReason,
  billFeeFields,
  isRemittance,
} from '../../../shared/domain/bills/bill.ts';
import { keysOf } from '../../../shared/rules/typedRecord.ts';
import { cleanCellText, detachedText } from '../kit/cellText.ts';
import { readWeightGrams } from '../kit/quantities.ts';
import { eachOf, type OpenTable, type ShareListener, type TableRow } from '../kit/tableFormat.ts';
import { orderRowTest } from '../recognition/orderRowTest.ts';
import { isWaybillText, readDay, readFeeKind, readFen, readSumWord, waybillOf } from './billCells.ts';
import type { BillLayout } from './recogniseBill.ts';

/** One line of a bill. With a `reason` it could not be read; its money counts all the same, as far as it was understood. */
export interface ReadBillLine {
  readonly rowNo: number;
  readonly waybillNo: string;
  readonly feeKind: BillFeeKind;
  readonly day: string;
  readonly weightGrams: number | null;
  readonly amountFen: number;
  readonly codFen: number;
  readonly fees: Readonly<Partial<Record<(typeof billFeeFields)[number], number>>>;
  readonly place: string;
  readonly reason: BillReason;
}

export type BillRow =
  | { readonly kind: 'line'; readonly line: ReadBillLine }
  /** Blank, a note, a header once more, or a total: `toldFen` is what the bill says that the sheet of this row comes to. */
  | { readonly kind: 'skipped'; readonly rowNo: number; readonly toldFen: number | null };

/** Rows of a further sheet are counted on from here, so that each row of a bill has a number of its own. */
export const sheetRowStep = 2_000_000;

/** Where each field stands in a row, worked out once. */
interface Reader {
  text(row: TableRow, field: BillField): string;
  readonly columnsOf: ReadonlyMap<BillField, readonly number[]>;
  readonly headers: readonly string[];
  readonly weightUnit: 'kg' | 'g' | null;
  readonly isRemittance: boolean;
}

function readerOf({ columns, weightUnit }: BillLayout): Reader {
  const columnsOf = new Map<BillField, number[]>();
  for (const { field, columnIndex } of columns)
    if (field !== null) columnsOf.set(field, [...(columnsOf.get(field) ?? []), columnIndex]);
  return {
    columnsOf,
    headers: columns.map(({ header }) => header),
    weightUnit,
    isRemittance: isRemittance(columns.map(({ field }) => field)),
    text: (row, field) => {
      const at = columnsOf.get(field)?.[0];
      return at === undefined ? '' : cleanCellText(row.cells[at]?.text ?? '');
    },
  };
}

/** Streams a bill row by row, its further sheets after the first. May throw `TableFault`. */
export async function* readBillRows(
  table: OpenTable,
  layout: BillLayout,
  onShare?: ShareListener,
): AsyncGenerator<BillRow, void, void> {
  const reader = readerOf(layout);
  for (const [at, name] of [layout.sheet, ...layout.moreSheets].entries()) {
    const sheet = table.sheets.find((one) => one.name === name);
    if (sheet === undefined) continue;
    // A further sheet repeats the header where the first one has it.
    const isLine = orderRowTest(layout.headerRowNo, reader.headers);
    for await (const row of eachOf(sheet.rows(onShare))) {
      if (row.rowNumber <= layout.headerRowNo) continue;
      yield readRow(reader, row, at * sheetRowStep + row.rowNumber, isLine(row));
    }
  }
}

function readRow(reader: Reader, row: TableRow, rowNo: number, isLine: boolean): BillRow {
  const number = reader.text(row, 'waybillNo');
  const money = readMoney(reader, row);
  const sum = isWaybillText(number) ? null : sumOf(row);
  if (sum !== null) return { kind: 'skipped', rowNo, toldFen: sum === 'whole' ? statedTotal(money) : null };
  // A note below the lines: bank, signatures, what is to be paid until when.
  const isEmpty = !/\d{4}/.test(number) && money.isBlank;
  if (!isLine || isEmpty) return { kind: 'skipped', rowNo, toldFen: null };
  return { kind: 'line', line: readLine(reader, row, rowNo, number, money) };
}

/** A total of a day or of the whole stands beside no number, wherever its word is. */
function sumOf({ cells }: TableRow): ReturnType<typeof readSumWord> {
  for (const { text } of cells) {
    const word = text === '' ? null : readSumWord(text);
    if (word !== null) return word;
  }
  return null;
}

const statedTotal = ({ isBlank, isOdd, amountFen }: Money): number | null =>
  isBlank || isOdd ? null : amountFen;

const headerOf = (reader: Reader, field: BillField): string =>
  reader.headers[reader.columnsOf.get(field)?.[0] ?? -1] ?? '';

interface Money {
  readonly amountFen: number;
  readonly fees: ReadBillLine['fees'];
  readonly isBlank: boolean;
  readonly isOdd: boolean;
}

/** The column of totals where it is filled, else what its parts come to. */
function readMoney(reader: Reader, row: TableRow): Money {
  const fees: Partial<Record<(typeof billFeeFields)[number], number>> = {};
  let [sum, filled, isOdd] = [0, 0, false];
  const add = (field: BillField, sign: 1 | -1): number => {
    let partFen = 0;
    for (const at of reader.columnsOf.get(field) ?? []) {
      const text = cleanCellText(row.cells[at]?.text ?? '');
      if (text === '') continue;
      filled += 1;
      const fen = readFen(text, reader.headers[at] ?? '');
      if (fen === null) isOdd = true;
      else partFen += sign === -1 ? Math.abs(fen) : fen;
    }
    sum += sign * partFen;
    return partFen;
  };
  for (const field of billFeeFields) {
    const fen = add(field, 1);
    if (fen !== 0) fees[field] = fen;
  }
  add('discount', -1);
  const stated = reader.text(row, 'total');
  if (stated === '') return { amountFen: isOdd ? 0 : sum, fees, isBlank: filled === 0, isOdd };
  const total = readFen(stated, headerOf(reader, 'total'));
  // What is charged, where money collected for the shop is taken off it.
  const collected = readFen(reader.text(row, 'codAmount'), headerOf(reader, 'codAmount')) ?? 0;
  if (collected > 0 && filled > 0 && !isOdd && total === sum - collected)
    return { amountFen: sum, fees, isBlank: false, isOdd };
  return { amountFen: total ?? 0, fees, isBlank: false, isOdd: total === null };
}

function readLine(reader: Reader, row: TableRow, rowNo: number, number: string, money: Money): ReadBillLine {
  const waybillNo = waybillOf(number);
  const isDamaged =
    reader.columnsOf.get('waybillNo')?.some((at) => row.cells[at]?.isDamaged === true) ?? false;
  const weightText = reader.text(row, 'weight').replace(/^(?:[-–—/\\]+|无)$/, '');
  const weight = readWeightGrams(weightText, headerOf(reader, 'weight'), reader.weightUnit);
  const cod = readCollected(reader, row, money);
  const reason = reasonOf(number, isDamaged, { ...money, isBlank: cod.isBlank }, weight);
  const places = [reader.text(row, 'origin'), reader.text(row, 'destination')].filter((text) => text !== '');
  return {
    rowNo,
    waybillNo: reason === 'no-number' || reason === 'bad-number' || isDamaged ? '' : detachedText(waybillNo),
    feeKind: feeKindOf(reader.text(row, 'feeKind'), money),
    day: readDay(reader.text(row, reader.isRemittance ? 'payoutDay' : 'day')),
    weightGrams: weight ?? null,
    amountFen: money.amountFen,
    codFen: cod.isPaidOut ? cod.fen : 0,
    fees: money.fees,
    place: detachedText(places.join(' → ').slice(0, 60)),
    reason: reason === '' && !cod.isPaidOut ? 'not-paid-out' : reason,
  };
}

const unpaid = /未|待|否|不|失败|驳回|冻结|处理中|审核|unpaid|pending|no\b/i;

interface Collected {
  readonly fen: number;
  /** Only a list of payouts names money that has not come. */
  readonly isPaidOut: boolean;
  /** The line names no money. */
  readonly isBlank: boolean;
}

/** What was collected of the buyer; where a list names only what came of it, that and what was kept back for the collecting. */
function readCollected(reader: Reader, row: TableRow, { amountFen, isBlank }: Money): Collected {
  const fenOf = (field: BillField) => {
    const text = reader.text(row, field);
    return text === '' ? null : readFen(text, headerOf(reader, field));
  };
  const collected = fenOf('codAmount');
  if (!reader.isRemittance) return { fen: collected ?? 0, isPaidOut: true, isBlank };
  const payout = fenOf('payout');
  const fen = collected ?? (payout === null ? null : payout + amountFen);
  const has = (field: BillField) => reader.columnsOf.has(field);
  const isWaiting =
    unpaid.test(reader.text(row, 'payoutState')) ||
    (has('payout') && (payout ?? 0) === 0) ||
    (has('payoutDay') && !/\d/.test(reader.text(row, 'payoutDay')));
  return { fen: fen ?? 0, isPaidOut: !isWaiting, isBlank: fen === null };
}

/** Where the bill has no word for it: what the only filled column of fees says. */
function feeKindOf(text: string, { fees }: Money): BillFeeKind {
  const [only, ...more] = keysOf(fees);
  return text === '' && only !== undefined && more.length === 0 ? kindOfFee[only] : readFeeKind(text);
}

const kindOfFee: Readonly<Record<(typeof billFeeFields)[number], BillFeeKind>> = {
  freight: 'freight',
  insuranceFee: 'insurance',
  surcharge: 'surcharge',
  codFee: 'cod',
  returnFee: 'return',
  otherFee: 'other',
};

function reasonOf(
  number: string,
  isDamaged: boolean,
  money: Money,
  weight: number | null | undefined,
): BillReason {
  if (number === '') return 'no-number';
  if (isDamaged) return 'damaged-number';
  if (!isWaybillText(number)) return 'bad-number';
  if (money.isOdd) return 'bad-amount';
  if (money.isBlank) return 'no-amount';
  return weight === undefined ? 'bad-weight' : '';
}
