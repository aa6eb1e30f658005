import type { Order } from '../../../electron/store/schema.ts';
import { untouchedOrder } from '../../../electron/usecases/intake/untouchedOrder.ts';
import { sampleBooking } from './sampleBooking.ts';

/** A row of the order book that is ready to be booked. */
export function sampleOrder(no: number, change: Partial<Order> = {}): Order {
  const { receiver } = sampleBooking();
  const orderNo = `2026${String(no).padStart(12, '0')}`;
  return {
    ...untouchedOrder,
    id: `order-${String(no).padStart(6, '0')}`,
    orderKey: orderNo,
    orderNo,
    source: 'generic',
    receiverName: receiver.name,
    receiverPhone: receiver.phone,
    receiverPhoneTail: receiver.phone.slice(-4),
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    town: receiver.town,
    detail: receiver.detail,
    receiverColumnsJson: '{}',
    itemsJson: JSON.stringify([{ name: '保温杯', sku: '', skuCode: '', quantity: 1 }]),
    goodsText: '保温杯×1',
    quantity: 1,
    weightGrams: 500,
    confidence: 1,
    addressKey: `order-${String(no).padStart(6, '0')}`,
    contentHash: 'c0ffee',
    importId: 'import-1',
    createdAt: 1_700_000_000_000,
    updatedAt: 1_700_000_000_000,
    ...change,
  };
}
