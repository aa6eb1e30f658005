import { join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { plainYuan } from '../../../shared/rules/amounts.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { noCode } from '../../imports/kit/ownExport.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { writeTable } from '../../imports/writers/writeTable.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import type { OrderFilter } from '../../store/orders/orderFilter.ts';
import type { Order } from '../../store/schema.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { filterNow } from './due.ts';
import { itemsOf, maskedReceiver, receiverOf, withoutPersons } from './order.ts';
import { exportPersonal, type PersonalExport } from './reveal.ts';
import { shownSale } from './sale.ts';

export interface OrderExport extends PersonalExport {
  readonly filter: OrderFilter;
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
  readonly language: Language;
}

const pageRows = 1_000;

/** In Chinese time, the zone of the files that the times came from. */
const timeText = (at: number | null): string => (at === null ? '' : shopMinute(at));

const moneyText = (fen: number): string => (fen === 0 ? '' : plainYuan(fen));

/** The codes of the goods, in the order of `goodsText`; empty: none has one. */
function codesText(order: Order): string {
  const codes = itemsOf(order).map(({ skuCode }) => skuCode);
  return codes.some((code) => code !== '') ? codes.map((code) => code || noCode).join('; ') : '';
}

/** The values of an order, read once for all its cells. */
interface Shown {
  readonly receiver: Party;
  readonly sale: ReturnType<typeof shownSale>;
  readonly language: Language;
}

type Cell = (order: Order, shown: Shown) => string;

const columns: readonly (readonly [zh: string, en: string, cell: Cell])[] = [
  ['订单号', 'Order', ({ orderNo }) => orderNo],
  ['店铺', 'Shop', ({ shop }) => shop],
  ['状态', 'State', ({ state }, { language }) => wordFor(language, 'order', state)],
  ['收件人', 'Name', (_, { receiver }) => receiver.name],
  ['电话', 'Phone', (_, { receiver }) => receiver.phone],
  ['分机', 'Extension', (_, { receiver }) => receiver.extension],
  ['省', 'Province', ({ province }) => province],
  ['市', 'City', ({ city }) => city],
  ['区县', 'District', ({ district }) => district],
  ['街道', 'Town', ({ town }) => town],
  ['详细地址', 'Address', (_, { receiver }) => receiver.detail],
  ['商品', 'Goods', ({ goodsText }) => goodsText],
  ['商家编码', 'SKU codes', (order) => codesText(order)],
  ['数量', 'Quantity', ({ quantity }) => String(quantity)],
  ['重量(克)', 'Weight (g)', ({ weightGrams }) => String(weightGrams ?? '')],
  ['包裹数', 'Parcels', ({ parcelCount }) => String(parcelCount)],
  ['代收货款(元)', 'Cash on delivery', ({ codFen }) => moneyText(codFen)],
  ['保价金额(元)', 'Insured value', ({ insuredFen }) => moneyText(insuredFen)],
  [
    '快递公司',
    'Carrier',
    ({ bookedCarrier: code }, { language }) => (code === '' ? '' : carrierName(code, language)),
  ],
  ['快递单号', 'Waybill', ({ waybillNo }) => waybillNo],
  ['买家留言', 'Buyer remark', ({ buyerRemark }) => buyerRemark],
  ['卖家备注', 'Seller remark', ({ sellerRemark }) => sellerRemark],
  ['付款时间', 'Paid at', ({ paidAt }) => timeText(paidAt)],
  ['最晚发货时间', 'Ship by', ({ shipBy }) => timeText(shipBy)],
  ['下单时间', 'Ordered at', (_, { sale }) => timeText(sale.orderedAt)],
  ['买家', 'Buyer', ({ buyer }) => buyer],
  ['原始单号', 'Original order', ({ originalNo }) => originalNo],
  ['订单金额', 'Amount', (_, { sale }) => sale.amount],
  ['实付金额', 'Amount paid', (_, { sale }) => sale.paid],
  ['支付方式', 'Payment method', (_, { sale }) => sale.payChannel],
  ['仓库', 'Warehouse', (_, { sale }) => sale.warehouse],
  ['旗帜', 'Flag', (_, { sale }) => sale.flag],
  ['OAID', 'OAID', (_, { sale }) => sale.oaid],
];

/** Writes orders as xlsx or csv, masked unless requested; no text in it is ever run as a formula. */
export function exportOrders(workspace: Workspace, request: OrderExport): Promise<Outcome<WrittenFile>> {
  const { language } = request;
  const isEnglish = language === 'en';
  const header = columns.map(([zh, en]) => (isEnglish ? en : zh));
  return exportPersonal(workspace, request, 'orders', () => {
    const path = request.path ?? join(resultsFolder(workspace), `orders-${workspace.nextId()}.xlsx`);
    return writeTable(path, isEnglish ? 'Orders' : '订单', header, rowsOf(workspace, request));
  });
}

async function* rowsOf(
  workspace: Workspace,
  { filter: asked, isRevealed, language }: OrderExport,
): AsyncGenerator<string[], void, void> {
  const filter = await filterNow(workspace, asked);
  for (let offset = 0; ; offset += pageRows) {
    const orders = await workspace.store.read.orders.window(filter, { offset, limit: pageRows });
    for (const order of orders) yield cellsOf(order, isRevealed, language).map(guardedText);
    if (orders.length < pageRows) return;
  }
}

function cellsOf(order: Order, isRevealed: boolean, language: Language): string[] {
  const own = receiverOf(order);
  const shown = isRevealed ? order : withoutPersons(order);
  const receiver = isRevealed ? own : maskedReceiver(own);
  const about = { receiver, sale: shownSale(shown), language };
  return columns.map(([, , cell]) => cell(shown, about));
}
