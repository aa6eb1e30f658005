import type { OrdersTable } from '../../electron/store/schema.ts';
import { sampleBooking } from './sampleBooking.ts';

/** A row of the order book that is ready to be booked. */
export function sampleOrder(no: number, change: Partial<OrdersTable> = {}): OrdersTable {
  const { receiver } = sampleBooking();
  const orderNo = `2026${String(no).padStart(12, '0')}`;
  return {
    id: `order-${String(no).padStart(6, '0')}`,
    order_key: orderNo,
    order_no: orderNo,
    source: 'generic',
    shop: '',
    state: 'ready',
    version: 0,
    receiver_name: receiver.name,
    receiver_phone: receiver.phone,
    receiver_phone_tail: receiver.phone.slice(-4),
    receiver_extension: '',
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    town: receiver.town,
    detail: receiver.detail,
    receiver_text: '',
    receiver_columns_json: '{}',
    items_json: JSON.stringify([{ name: '保温杯', sku: '', skuCode: '', quantity: 1 }]),
    goods_text: '保温杯×1',
    quantity: 1,
    weight_grams: 500,
    parcel_count: 1,
    cod_fen: 0,
    insured_fen: 0,
    buyer_remark: '',
    seller_remark: '',
    carrier: '',
    confidence: 1,
    address_key: `order-${String(no).padStart(6, '0')}`,
    review_round: 0,
    complaints_json: '[]',
    content_hash: 'c0ffee',
    import_id: 'import-1',
    shipment_id: null,
    shipment_state: null,
    platform: '',
    booked_carrier: '',
    waybill_no: '',
    print_state: null,
    error_code: '',
    created_at: 1_700_000_000_000,
    updated_at: 1_700_000_000_000,
    ...change,
  };
}
