import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import type { Order } from '../../store/schema.ts';

export interface ChangeSample {
  readonly orderId: string;
  readonly orderNo: string;
  readonly from: string;
  readonly to: string;
}

/** One kind of change: how many orders, and a few to look at. */
export interface ChangeTally {
  readonly kind: string;
  readonly field: string;
  readonly orders: number;
  readonly samples: readonly ChangeSample[];
}

const maxSamples = 3;

/** Counts what a batch would do, by kind of change; an order with two changes of one kind counts once. */
export function createChangeTally() {
  const tallies = new Map<string, { kind: string; field: string; orders: number; samples: ChangeSample[] }>();
  const put = (kind: string, field: string, order: Order, from: string, to: string): void => {
    const key = `${kind} ${field}`;
    const tally = tallies.get(key) ?? { kind, field, orders: 0, samples: [] };
    tallies.set(key, tally);
    tally.orders += 1;
    if (tally.samples.length < maxSamples)
      tally.samples.push({ orderId: order.id, orderNo: order.orderNo, from, to });
  };
  return {
    add: (kind: string, order: Order, from: string, to: string): void => put(kind, '', order, from, to),
    addReading(order: Order, reading: AddressReading): void {
      const seen = new Set<string>();
      for (const { field, from, to, reason } of reading.corrections) {
        const kind = reason.split(':')[0] ?? reason;
        if (seen.has(`${kind} ${field}`)) continue;
        seen.add(`${kind} ${field}`);
        put(kind, field, order, from, to);
      }
      if (seen.size > 0) return;
      const { province, city, district, town, detail } = reading;
      const address = [province, city === province ? '' : city, district, town, detail].filter(Boolean);
      put('unchanged', '', order, order.receiverText, address.join(' '));
    },
    /** The largest kind first. */
    result: (): readonly ChangeTally[] => [...tallies.values()].sort((a, b) => b.orders - a.orders),
  };
}
