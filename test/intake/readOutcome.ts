import type { Order } from '../../electron/store/schema.ts';
import type { ImportReport } from '../../electron/usecases/intake/importOrders.ts';
import { itemsOf } from '../../electron/usecases/orders/order.ts';
import type { ExpectedFile, ExpectedOrder } from './intakeCase.ts';

/** A report in the words of the corpus. */
export function fileOutcome({ recognition, ...report }: ImportReport): ExpectedFile {
  const { profile, format, encoding, headerRowNumber, mapping } = recognition;
  return {
    file: report.file,
    profile,
    format,
    encoding,
    headerRow: headerRowNumber,
    counts: [report.rows, report.imported, report.needsReview, report.rejected, report.skipped],
    mapping: mapping.flatMap(({ header, columnIndex, field }) =>
      field === null ? [] : [`${header || columnIndex + 1} → ${field}`],
    ),
  };
}

/** An order in the words of the corpus, every key. */
export function orderOutcome(order: Order): Required<Omit<ExpectedOrder, 'weightGrams'>> & {
  readonly weightGrams: number | null;
} {
  return {
    no: order.orderNo,
    state: order.state as ExpectedOrder['state'],
    name: order.receiverName,
    phone: order.receiverPhone,
    extension: order.receiverExtension,
    place: [order.province, order.city, order.district].join(' '),
    detail: order.detail,
    goods: itemsOf(order)
      .map(({ name, sku, skuCode, quantity }) => `${name}|${sku}|${skuCode}×${quantity}`)
      .join('; '),
    weightGrams: order.weightGrams,
    parcels: order.parcelCount,
    codFen: order.codFen,
    insuredFen: order.insuredFen,
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    carrier: order.carrier,
    shop: order.shop,
  };
}
