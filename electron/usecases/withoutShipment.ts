import type { OrdersTable } from '../store/schema.ts';

/** What an order shows of its booking once it begins anew: a number that was given back is not its own any more. */
export const withoutShipment = {
  shipment_id: null,
  shipment_state: null,
  waybill_no: '',
  print_state: null,
  platform: '',
  booked_carrier: '',
  freight_fen: null,
} as const satisfies Partial<OrdersTable>;
