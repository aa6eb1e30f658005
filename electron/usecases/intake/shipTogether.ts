import { asksToJoin } from '../../../shared/domain/intake/shippingQuestions.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { complaintColumnsOf, complaintsOf } from '../orders/order.ts';

/** Orders of one phone that are looked at. */
const ofOnePhone = 20;

const isWhole = (phone: string): boolean => phone.length >= 7 && !phone.includes('*');

/**
 * 两单一起发 stands on one of two orders, and both must wait: whichever leaves first leaves the other behind. Orders of the same phone that
 * have not left wait with the one that says so, whether they come before, with or after it, and whatever else they are asked about: an
 * address put right must not send one of them off.
 */
export class ShipTogether {
  /** By phone, the number of the order whose note says so; null: not read yet. */
  #saidOf: Map<string, string> | null = null;

  async open(read: Repositories): Promise<void> {
    if (this.#saidOf !== null) return;
    const waiting = (await read.orders.inReview()).filter(saysSo);
    this.#saidOf = new Map(waiting.map(({ receiverPhone, orderNo }) => [receiverPhone, orderNo]));
  }

  /** A new order of a phone whose other order is to go together with it. */
  ask(order: Order): Order {
    const said = this.#saidOf;
    if (said === null || !isWhole(order.receiverPhone)) return order;
    if (saysSo(order)) {
      said.set(order.receiverPhone, order.orderNo);
      return order;
    }
    const otherNo = said.get(order.receiverPhone);
    return otherNo === undefined || !mayLeave(order) ? order : { ...order, ...waitsWith(order, otherNo) };
  }

  /** Orders that were there before the one came that says so; returns those that were ready, as they are now. */
  async settle(fresh: readonly Order[], write: Repositories): Promise<readonly Order[]> {
    const stopped: Order[] = [];
    for (const order of fresh) {
      if (!isWhole(order.receiverPhone)) continue;
      for (const other of await write.orders.ofPhone(order.receiverPhone, ofOnePhone)) {
        if (!mayLeave(other) || other.id === order.id) continue;
        const { state, ...columns } = waitsWith(other, order.orderNo);
        const moved = await write.orders.move(other, state, columns);
        if (moved !== undefined && other.state === 'ready') stopped.push(moved);
      }
    }
    return stopped;
  }
}

/** Not yet asked about the other one, and nothing but a right address keeps it here. */
const mayLeave = (order: Order): boolean =>
  order.state === 'ready' || (order.state === 'needs-review' && !complaintsOf(order).some(asksToJoin));

/** Whether a note of it wants another order to go with it. */
export const saysSo = ({ errorCode, complaintsJson }: Pick<Order, 'errorCode' | 'complaintsJson'>): boolean =>
  errorCode !== '' && complaintsJson.includes('"IMPORT_SHIP_TOGETHER"');

/** Passes new orders on to be stored, and keeps the few whose note wants another to wait for them. */
export async function* keepAsking(batches: AsyncIterable<readonly Order[]>, asking: Order[]) {
  for await (const orders of batches) {
    for (const order of orders) if (saysSo(order)) asking.push(order);
    yield orders;
  }
}

function waitsWith(order: Order, otherNo: string) {
  const question = { code: 'IMPORT_TOGETHER_WITH', field: 'orderNo', params: { otherNo } };
  return { state: 'needs-review' as const, ...complaintColumnsOf([...complaintsOf(order), question]) };
}
