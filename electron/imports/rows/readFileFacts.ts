import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { FileRecognition, MappingRule } from '../kit/orderDraft.ts';
import { guessWeightUnit, readCount, readWeightGrams, weightUnitIn } from '../kit/quantities.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';

/** What the first rows say of the whole file, for judging each row of it. */
export interface FileFacts {
  /** Unit of a weight column that names none, null when the values do not say either. */
  readonly weightUnit: 'kg' | 'g' | null;
  /** Median of the weights, null with fewer than five: too few to call anything unusual. */
  readonly usualWeightGrams: number | null;
  /** Every order number ends in zeros where a spreadsheet cuts digits off. */
  readonly hasRoundedOrderNos: boolean;
  /** Rows with an order number and no receiver: further lines of orders, wherever those stand. */
  readonly mayContinue: boolean;
  /** Name of the sheet where it says not to ship, or is hidden, and no other one was there to be read; null otherwise. */
  readonly doubtfulSheet: string | null;
  /** Told of the file as a whole. */
  readonly notes: readonly OrderComplaint[];
}

/** Digits that survive in a spreadsheet. */
const safeDigits = 15;
/** Fewer zeros in the lost places, over all different numbers, may be chance (one in a million). */
const leastLostZeros = 6;
const leastWeights = 5;

export const noFileFacts: FileFacts = {
  weightUnit: null,
  usualWeightGrams: null,
  hasRoundedOrderNos: false,
  mayContinue: false,
  doubtfulSheet: null,
  notes: [],
};

/** Does this number end in zeros in every place beyond the 15th? */
export function isRoundedNumber(text: string): boolean {
  return /^\d{16,25}$/.test(text) && /^0+$/.test(text.slice(safeDigits));
}

function areRounded(numbers: readonly string[]): boolean {
  const long = [...new Set(numbers.filter((text) => /^\d{16,25}$/.test(text)))];
  const zeros = long.reduce((sum, text) => sum + text.length - safeDigits, 0);
  return long.length >= 2 && zeros >= leastLostZeros && long.every(isRoundedNumber);
}

function median(values: readonly number[]): number | null {
  if (values.length < leastWeights) return null;
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** A 1688 table has one layout for goods sold and goods bought: whose names repeat tells which it is. */
function isPurchaseList(recognition: FileRecognition, rows: readonly (readonly string[])[]): boolean {
  if (recognition.profile !== 'alibaba1688') return false;
  const distinct = (header: string): number => {
    const column = recognition.mapping.find((one) => normaliseHeader(one.header) === normaliseHeader(header));
    const values = rows.map((row) => row[column?.columnIndex ?? -1] ?? '').filter((value) => value !== '');
    return new Set(values).size;
  };
  return distinct('卖家会员名') > 1 && distinct('买家会员名') === 1;
}

const reachFields: readonly string[] = [
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'addressDetail',
  'newAddress',
  'oneLineReceiver',
];

function hasFurtherLines({ mapping }: FileRecognition, rows: readonly (readonly string[])[]): boolean {
  const reach = mapping.filter(({ field }) => field !== null && reachFields.includes(field));
  const orderNo = mapping.find(({ field }) => field === 'orderNo')?.columnIndex;
  if (orderNo === undefined) return false;
  return rows.some(
    (row) => (row[orderNo] ?? '') !== '' && reach.every(({ columnIndex }) => (row[columnIndex] ?? '') === ''),
  );
}

const goodsFields: readonly string[] = [
  'goodsName',
  'goodsShortName',
  'sku',
  'skuCode',
  'goodsCode',
  'goodsCount',
];
const runningNumber = /^(?:序号?|行号|编号|#|no\.?)$/i;

/** No column of goods, and columns with a name and values that nothing is read of: the goods may stand in one of those. */
function mayHaveGoodsUnread({ mapping, goodsSheet, profile }: FileRecognition): boolean {
  // Of a known export it is known which columns hold none.
  if (profile !== 'generic') return false;
  if (goodsSheet !== undefined || mapping.some(({ field }) => goodsFields.includes(field ?? '')))
    return false;
  return mapping.some(
    ({ field, rule, header, samples, givesWayTo }) =>
      field === null &&
      rule === 'none' &&
      givesWayTo === undefined &&
      header !== '' &&
      samples.length > 0 &&
      !runningNumber.test(header),
  );
}

function sheetNotes({ leftOutSheets }: FileRecognition): readonly OrderComplaint[] {
  if (leftOutSheets === undefined) return [];
  return [{ code: 'IMPORT_SHEETS_LEFT_OUT', field: '', params: { sheets: leftOutSheets.join(', ') } }];
}

/** 件数 without 数量 beside goods was taken for how many of them: whoever means boxes gets one label for three. */
function piecesNotes({ mapping }: FileRecognition, counts: readonly string[]): readonly OrderComplaint[] {
  const column = mapping.find(({ field }) => field === 'quantity');
  const isGuess = column !== undefined && normaliseHeader(column.header) === '件数' && !isSaid(column.rule);
  if (!isGuess || !counts.some((text) => (readCount(text) ?? 0) > 1)) return [];
  return [{ code: 'IMPORT_PIECES_ARE_GOODS', field: 'quantity', params: { column: column.header } }];
}

const isSaid = (rule: MappingRule): boolean => rule === 'operator' || rule === 'remembered' || rule === 'own';

export function readFileFacts(recognition: FileRecognition): FileFacts {
  const rows = recognition.sampleRows ?? [];
  const columnOf = (field: string) => recognition.mapping.find((column) => column.field === field);
  const valuesOf = (field: string): string[] => {
    const index = columnOf(field)?.columnIndex;
    return index === undefined ? [] : rows.map((row) => row[index] ?? '').filter((value) => value !== '');
  };
  const weights = valuesOf('weight');
  const header = columnOf('weight')?.header ?? '';
  const isBare = weights.length > 0 && weightUnitIn(header) === null && !weights.some(weightUnitIn);
  const weightUnit = isBare ? guessWeightUnit(weights) : null;
  const grams = weights.flatMap((text) => readWeightGrams(text, header, weightUnit) ?? []);
  const unitParams = { column: header, unit: weightUnit ?? '' };
  return {
    weightUnit,
    usualWeightGrams: median(grams),
    hasRoundedOrderNos: areRounded(valuesOf('orderNo')),
    mayContinue: hasFurtherLines(recognition, rows),
    doubtfulSheet: recognition.isSheetDoubtful === true ? recognition.sheet : null,
    notes: [
      ...sheetNotes(recognition),
      ...(isPurchaseList(recognition, rows) ? [{ code: 'IMPORT_PURCHASE_LIST', field: '' }] : []),
      ...(mayHaveGoodsUnread(recognition) ? [{ code: 'IMPORT_GOODS_UNREAD', field: 'items' }] : []),
      ...piecesNotes(recognition, valuesOf('quantity')),
      ...(weightUnit === null
        ? []
        : [{ code: 'IMPORT_WEIGHT_UNIT_GUESSED', field: 'weightGrams', params: unitParams }]),
    ],
  };
}
