import type { Order } from '../../../electron/store/schema.ts';
import { sampleOrder } from './sampleOrder.ts';

/** An order whose receiver text waits for a person; nothing of it is understood unless the change says so. */
export function unclearOrder(no: number, text: string, change: Partial<Order> = {}): Order {
  return sampleOrder(no, {
    state: 'needs-review',
    receiverName: '',
    receiverPhone: '',
    receiverPhoneTail: '',
    province: '',
    city: '',
    district: '',
    town: '',
    detail: '',
    receiverColumnsJson: JSON.stringify({ oneLine: text }),
    complaintsJson: JSON.stringify([{ code: 'ADDRESS_UNCERTAIN', field: 'address' }]),
    errorCode: 'ADDRESS_UNCERTAIN',
    confidence: 0.4,
    ...change,
  });
}
