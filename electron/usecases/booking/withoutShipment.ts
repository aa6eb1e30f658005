import type { Order } from '../../store/schema.ts';

/** What an order shows of its booking once it begins anew: a number that was given back is not its own any more. */
export const withoutShipment = {
  shipmentId: null,
  shipmentState: null,
  waybillNo: '',
  printState: null,
  platform: '',
  bookedCarrier: '',
  freightFen: null,
} as const satisfies Partial<Order>;
