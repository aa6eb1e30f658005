import { join } from 'node:path';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { type WrittenFile, writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import type { OrderFilter } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { maskedReceiver, receiverOf } from './order.ts';
import { exportPersonal, type PersonalExport } from './reveal.ts';

export interface OrderExport extends PersonalExport {
  readonly filter: OrderFilter;
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
  readonly language: Language;
}

const pageRows = 1_000;

const columns = {
  'zh-CN':
    '订单号|店铺|状态|收件人|电话|分机|省|市|区县|街道|详细地址|商品|数量|重量(克)|快递公司|快递单号|买家留言|卖家备注'.split(
      '|',
    ),
  en: 'Order|Shop|State|Name|Phone|Extension|Province|City|District|Town|Address|Goods|Quantity|Weight (g)|Carrier|Waybill|Buyer remark|Seller remark'.split(
    '|',
  ),
} as const;

/** Writes orders as xlsx, masked unless asked; no text in it is ever run as a formula. */
export function exportOrders(workspace: Workspace, request: OrderExport): Promise<Outcome<WrittenFile>> {
  const { language } = request;
  const sheet = language === 'en' ? 'Orders' : '订单';
  return exportPersonal(workspace, request, 'orders', () => {
    const path = request.path ?? join(resultsFolder(workspace), `orders-${workspace.nextId()}.xlsx`);
    return writeTextWorkbook(path, sheet, columns[language], rowsOf(workspace, request));
  });
}

async function* rowsOf(
  { store }: Workspace,
  { filter, isRevealed, language }: OrderExport,
): AsyncGenerator<string[], void, void> {
  for (let offset = 0; ; offset += pageRows) {
    const orders = await store.read.orders.window(filter, { offset, limit: pageRows });
    for (const order of orders) yield cellsOf(order, isRevealed, language).map(guardedText);
    if (orders.length < pageRows) return;
  }
}

function cellsOf(order: Order, isRevealed: boolean, language: Language): string[] {
  const own = receiverOf(order);
  const { name, phone, extension, detail } = isRevealed ? own : maskedReceiver(own);
  return [
    order.orderNo,
    order.shop,
    order.state,
    name,
    phone,
    extension,
    order.province,
    order.city,
    order.district,
    order.town,
    detail,
    order.goodsText,
    String(order.quantity),
    order.weightGrams === null ? '' : String(order.weightGrams),
    order.bookedCarrier === '' ? '' : carrierName(order.bookedCarrier, language),
    order.waybillNo,
    order.buyerRemark,
    order.sellerRemark,
  ];
}
