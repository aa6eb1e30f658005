import type { SqliteDatabase } from '../../../../electron/store/database/openDatabase.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { writeFortnight } from '../../../fixtures/fortnight/writeFortnight.ts';
import { multiplyRows } from '../multiplyRows.ts';
import { fillDatabase, openBenchFolder } from '../openBenchFolder.ts';

export interface OrdersToPack {
  readonly orders: number;
  /** Every so manieth order is booked and waits to be packed; the others left long ago. */
  readonly each: number;
  /** Every so manieth order has no label yet; the others had theirs. */
  readonly withoutLabelEach: number;
}

const goodsKinds = 4_000;

/** Long enough for the slowest gun: shorter ones count only where they come faster than fingers. */
const goodsCode = (no: number): string => `SKU-${String(no % goodsKinds).padStart(4, '0')}`;

/** What stands on the order of that number, its label and its goods: two pieces of the first, one of the second. */
export const codesOfOrder = (no: number) => ({
  orderId: `order-${String(no).padStart(9, '0')}`,
  orderNo: `N${String(no).padStart(9, '0')}`,
  waybillNo: `73${String(no).padStart(10, '0')}`,
  goods: [goodsCode(no), goodsCode(no), goodsCode(no + 1)] as const,
});

/** A workspace of 200 days in an empty folder, as a packing bench finds it in the morning. */
export async function makeOrdersToPack(folder: string, wanted: OrdersToPack): Promise<void> {
  const made = await openBenchFolder(folder);
  const now = made.workspace.clock.now();
  await writeFortnight(made.workspace, { perDay: 20 });
  await made.close();
  fillDatabase(folder, made, (database) => multiplyOrders(database, now, wanted));
}

function multiplyOrders(
  database: SqliteDatabase,
  now: number,
  { orders, each, withoutLabelEach }: OrdersToPack,
): void {
  const sku = (offset: number) => `printf('SKU-%04d', (no + ${offset}) % ${goodsKinds})`;
  const items = `json_array(json_object('name', 'A', 'sku', '', 'skuCode', ${sku(0)}, 'quantity', 2),
    json_object('name', 'B', 'sku', '', 'skuCode', ${sku(1)}, 'quantity', 1))`;
  multiplyRows(database, 'orders', 'id', orders, {
    id: "printf('order-%09d', no)",
    order_no: "printf('N%09d', no)",
    order_key: "printf('N%09d', no)",
    address_key: "printf('A%09d', no)",
    waybill_no: "printf('73%010d', no)",
    shipment_id: "printf('ship-%09d', no)",
    shipment_state: "'booked'",
    items_json: items,
    quantity: '3',
    parcel_count: '1',
    alarm: "''",
    booked_carrier: "'SF'",
    state: `case when no % ${each} = 0 then 'booked' else 'delivered' end`,
  });
  multiplyRows(database, 'shipments', 'id', orders, {
    id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    order_code: "printf('code-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    carrier: "'SF'",
    state: "'booked'",
    request_json: "json_set(first.request_json, '$.parcelCount', 1)",
    booking_json: `json_remove(json_set(coalesce(first.booking_json, '{}'), '$.waybillNo', printf('73%010d', no),
      '$.sortCode', '', '$.packageCode', '', '$.packageName', '', '$.originName', '', '$.destinationName', '',
      '$.platformRef', '', '$.templateHtml', ''), '$.childWaybillNos')`,
    booked_at: `${now} - cast(no * ${(200 * dayMs) / orders} as integer)`,
  });
  multiplyRows(database, 'print_jobs', 'id', orders, {
    id: "printf('print-%09d', no)",
    shipment_id: "printf('ship-%09d', no)",
    order_id: "printf('order-%09d', no)",
    waybill_no: "printf('73%010d', no)",
    parcel_no: '1',
    parcel_total: '1',
    copy_no: '1',
    state: "'confirmed'",
    created_at: `${now - dayMs}`,
    sent_at: `${now - dayMs}`,
    document_json: "'{}'",
  });
  database.exec(`delete from print_jobs
    where id glob 'print-?????????' and cast(substr(id, 7) as integer) % ${withoutLabelEach} = 0`);
}
