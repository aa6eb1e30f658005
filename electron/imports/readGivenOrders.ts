import type { OrderWishes } from '../../shared/domain/intake/orderWishes.ts';
import type { OrderItem } from '../../shared/domain/order.ts';
import { keysOf } from '../../shared/rules/typedRecord.ts';
import { cleanCellText, halfWidth, textCell, wholeText } from './kit/cellText.ts';
import { linesMark } from './kit/linesMark.ts';
import type { FileRecognition, ImportedRow, OrderDraft } from './kit/orderDraft.ts';
import type { CanonicalField } from './profiles/headerSpellings.ts';
import { FieldColumns } from './rows/fieldColumns.ts';
import { noFileFacts, readFileFacts } from './rows/readFileFacts.ts';
import { readOrderRow } from './rows/readOrderRow.ts';
import { RowCells } from './rows/rowCells.ts';

/** What questions call the fields; a header with a unit says what its numbers count. */
const headers = {
  orderNo: '订单号',
  shop: '店铺',
  status: '订单状态',
  refundStatus: '退款状态',
  holdFlag: '暂停发货',
  receiverName: '收货人',
  receiverPhone: '手机',
  receiverTel: '固定电话',
  phoneExt: '分机号',
  country: '国家',
  province: '省',
  city: '市',
  district: '区',
  town: '街道',
  addressDetail: '详细地址',
  fullAddress: '收货地址',
  zip: '邮编',
  packageCount: '件数',
  weight: '重量(g)',
  codAmount: '代收货款',
  insuredValue: '保价金额',
  buyerRemark: '买家留言',
  sellerRemark: '卖家备注',
  carrier: '快递公司',
  senderName: '寄件人',
  senderPhone: '寄件人手机',
  senderProvince: '寄件省',
  senderCity: '寄件市',
  senderDistrict: '寄件区',
  senderAddress: '寄件地址',
  payTime: '付款时间',
  promiseShipTime: '最晚发货时间',
  promiseArriveTime: '承诺送达时间',
  buyer: '买家',
  origOrderNo: '原始单号',
  amount: '订单金额',
  paidAmount: '实付金额',
  payChannel: '支付方式',
  orderTime: '下单时间',
  oaid: 'OAID',
  warehouse: '仓库',
  flag: '旗帜',
} as const satisfies Partial<Record<CanonicalField, string>>;

type GivenField = keyof typeof headers;

/** An order as a program hands it over: each field under its name, with nothing to recognise. */
export interface GivenOrder {
  /** Fields that are empty or left out say nothing. */
  readonly fields: Readonly<Partial<Record<GivenField, string>>>;
  readonly items: readonly OrderItem[];
  readonly wishes: OrderWishes | null;
}

/** The order number as it is stored. Empty: it is a word for nothing. */
export const givenOrderNo = (orderNo: string): string => halfWidth(cleanCellText(wholeText(orderNo)));

/** What a line says of its goods, for the questions that names raise; the goods themselves are taken as they are given. */
const goodsHeaders = { goodsName: '商品名称', sku: '规格', skuCode: '商家编码' } as const;

/**
 * Judges handed-over orders as the rows of a file are judged, a row for each of their goods. The row number is the order's place among them,
 * beginning with 1. No row is taken for a header, an instruction or a total, and goods are what they are said to be.
 */
export function readGivenOrders(
  orders: readonly GivenOrder[],
  now: number,
): { readonly recognition: FileRecognition; readonly rows: readonly ImportedRow[] } {
  const used = keysOf(headers).filter((field) => orders.some(({ fields }) => (fields[field] ?? '') !== ''));
  const texts = orders.map(({ fields }) => used.map((field) => fields[field] ?? ''));
  const recognition = recognitionOf({ ...pick(used), ...goodsHeaders });
  const { usualWeightGrams } = readFileFacts({ ...recognition, sampleRows: texts });
  const columns = new FieldColumns(recognition, { facts: { ...noFileFacts, usualWeightGrams }, now });
  const rows = orders.flatMap((order, at) => {
    const lines = order.items.length === 0 ? [undefined] : order.items;
    const read = lines.map((item, place) => readLine(order, { item, place, at }, texts[at] ?? [], columns));
    // What does not ship counts once, however many goods it has.
    const stays = read.find((row) => row.kind === 'rejected' || row.draft.verdict === 'skip');
    return stays === undefined ? read : [stays];
  });
  return { recognition, rows };
}

const pick = (fields: readonly GivenField[]) =>
  Object.fromEntries(fields.map((field) => [field, headers[field]]));

function recognitionOf(named: Readonly<Record<string, string>>): FileRecognition {
  const mapping = Object.entries(named).map(([field, header], columnIndex) => ({
    columnIndex,
    header,
    field,
    rule: 'dictionary' as const,
    confidence: 1,
    samples: [],
  }));
  return {
    format: 'clipboard',
    encoding: 'utf-8',
    sheet: '',
    headerRowNumber: 0,
    profile: 'generic',
    mapping,
  };
}

interface Line {
  readonly item: OrderItem | undefined;
  /** Among the goods of its order. */
  readonly place: number;
  /** Of its order. */
  readonly at: number;
}

function readLine(
  { wishes }: GivenOrder,
  { item, place, at }: Line,
  texts: readonly string[],
  columns: FieldColumns,
): ImportedRow {
  const { name = '', sku = '', skuCode = '' } = item ?? {};
  // Half a character is flagged like what another program has lost.
  const cells = [...texts, name, sku, skuCode].map((text) => textCell(wholeText(text)));
  const row = readOrderRow(new RowCells({ rowNumber: at + 1, cells }, columns));
  if (row.kind === 'rejected') return row;
  const { notes, isContinuation, ...draft } = row.draft;
  if (isContinuation === true) return withoutReceiver(row.draft);
  // The same goods twice in one order are two lines; the same order twice in one call is a question.
  const lineMark = linesMark([...cells, { text: `${place} ${item?.quantity ?? ''}` }]);
  const items = item === undefined ? [] : [cleanItem(item)];
  const line = { ...draft, items, wishes: wishes ?? draft.wishes, lineMark };
  return { kind: 'draft', draft: place === 0 && notes !== undefined ? { ...line, notes } : line };
}

const cleanItem = (item: OrderItem): OrderItem => ({
  ...item,
  name: cleanCellText(wholeText(item.name)),
  sku: cleanCellText(wholeText(item.sku)),
  skuCode: cleanCellText(wholeText(item.skuCode)),
});

function withoutReceiver({ rowNumber, orderNo }: OrderDraft): ImportedRow {
  const complaint = { code: 'IMPORT_ROW_NO_RECEIVER', field: 'phone' };
  return { kind: 'rejected', rejected: { rowNumber, orderNo, complaint } };
}
