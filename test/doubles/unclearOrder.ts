import type { OrdersTable } from '../../electron/store/schema.ts';
import { sampleOrder } from './sampleOrder.ts';

/** An order whose receiver text waits for a person; nothing of it is understood unless the change says so. */
export function unclearOrder(no: number, text: string, change: Partial<OrdersTable> = {}): OrdersTable {
  return sampleOrder(no, {
    state: 'needs-review',
    receiver_name: '',
    receiver_phone: '',
    receiver_phone_tail: '',
    province: '',
    city: '',
    district: '',
    town: '',
    detail: '',
    receiver_text: text,
    receiver_columns_json: JSON.stringify({ oneLine: text }),
    complaints_json: JSON.stringify([{ code: 'ADDRESS_UNCERTAIN', field: 'address' }]),
    error_code: 'ADDRESS_UNCERTAIN',
    confidence: 0.4,
    ...change,
  });
}
