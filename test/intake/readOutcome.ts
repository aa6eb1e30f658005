import type { OrdersTable } from '../../electron/store/schema.ts';
import type { ImportReport } from '../../electron/usecases/importOrders.ts';
import { itemsOf } from '../../electron/usecases/orderRow.ts';
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
export function orderOutcome(order: OrdersTable): Required<Omit<ExpectedOrder, 'weightGrams'>> & {
  readonly weightGrams: number | null;
} {
  return {
    no: order.order_no,
    state: order.state as ExpectedOrder['state'],
    name: order.receiver_name,
    phone: order.receiver_phone,
    extension: order.receiver_extension,
    place: [order.province, order.city, order.district].join(' '),
    detail: order.detail,
    goods: itemsOf(order)
      .map(({ name, sku, skuCode, quantity }) => `${name}|${sku}|${skuCode}×${quantity}`)
      .join('; '),
    weightGrams: order.weight_grams,
    parcels: order.parcel_count,
    codFen: order.cod_fen,
    insuredFen: order.insured_fen,
    buyerRemark: order.buyer_remark,
    sellerRemark: order.seller_remark,
    carrier: order.carrier,
    shop: order.shop,
  };
}
