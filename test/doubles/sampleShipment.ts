import type { ShipmentsTable } from '../../electron/store/schema.ts';
import { sampleOrder } from './sampleOrder.ts';

/** A row of the booking of the first sample order, planned and not sent. */
export function sampleShipment(change: Partial<ShipmentsTable> = {}): ShipmentsTable {
  return {
    id: 's1',
    order_id: sampleOrder(1).id,
    account_id: 'a1',
    platform: 'practice',
    carrier: 'ZTO',
    order_code: 'c1',
    state: 'planned',
    version: 0,
    request_json: '{}',
    booking_json: null,
    waybill_no: '',
    attempts: 0,
    find_count: 0,
    error_code: '',
    error_params_json: '{}',
    printer_uri: '',
    serial_no: 1,
    serial_total: 1,
    created_at: 1,
    sent_at: null,
    booked_at: null,
    chosen_by_json: '',
    path: 'first',
    replace_reason: '',
    freight_json: '',
    freight_fen: null,
    asked_by: '',
    ...change,
  };
}
