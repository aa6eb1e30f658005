import type { OrderRow } from '../../../../shared/contracts/orders.ts';
import type { OrderState } from '../../../../shared/domain/order.ts';
import type { Tone } from '../../../parts/StateMark.tsx';

export interface OrderMark {
  readonly tone: Tone;
  /** `unsure` and `failed` come from the shipment and hide the order's own state. */
  readonly state: OrderState | 'unsure' | 'failed' | 'sending';
}

const tones: Readonly<Record<OrderState, Tone>> = {
  'needs-review': 'waiting',
  ready: 'waiting',
  booking: 'active',
  booked: 'done',
  packed: 'done',
  'handed-over': 'done',
  'in-transit': 'active',
  delivered: 'done',
  held: 'rest',
  cancelled: 'rest',
  returned: 'rest',
  merged: 'rest',
  split: 'rest',
};

/** What the table says of an order: the one state an operator must know. */
export function orderMark({ state, shipmentState }: Pick<OrderRow, 'state' | 'shipmentState'>): OrderMark {
  if (shipmentState === 'unsure' || shipmentState === 'voiding') return { tone: 'unsure', state: 'unsure' };
  // Taken back from an account that was rejected as a whole, it was never sent.
  if (shipmentState === 'refused' && state === 'needs-review') return { tone: 'failed', state: 'failed' };
  if (state === 'booking' && shipmentState === 'planned') return { tone: 'waiting', state: 'booking' };
  if (state === 'booking' && shipmentState === 'sending') return { tone: 'active', state: 'sending' };
  return { tone: tones[state], state };
}
