import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { complaintsOf } from '../orders/orderRow.ts';
import type { DraftGroup } from './groupDrafts.ts';

const separator = /[,，、;；]/;

/** Numbers of the orders an ERP made one parcel of: `A,B` is A and B. None for an order of its own. */
export function memberNumbers(orderNo: string): string[] {
  if (!separator.test(orderNo)) return [];
  const members = orderNo
    .split(separator)
    .map((member) => member.trim())
    .filter((member) => member !== '');
  return members.length > 1 ? members : [];
}

/**
 * Members of joined orders among these that the book holds already: shipping the joined order would send their goods
 * a second time. Cancelled ones count for nothing.
 */
export async function knownMembers(
  groups: readonly DraftGroup[],
  isOfThisRun: (key: string) => boolean,
  read: Pick<Repositories, 'orders'>,
): Promise<ReadonlySet<string>> {
  const members = groups.flatMap(({ orderNo }) => memberNumbers(orderNo));
  if (members.length === 0) return new Set();
  const inBook = (await read.orders.byKeys(members)).filter(({ state }) => state !== 'cancelled');
  const here = new Set(groups.map(({ key }) => key));
  const beside = members.filter((key) => here.has(key) || isOfThisRun(key));
  return new Set([...inBook.map(({ orderNo }) => orderNo), ...beside]);
}

/** Sends a joined order to a person when one of its members stands in the book by itself. */
export function askedForMembers(order: Order, known: ReadonlySet<string>): Order {
  const member = memberNumbers(order.orderNo).find((number) => known.has(number));
  if (member === undefined) return order;
  const complaint = { code: 'ORDER_MEMBER_KNOWN', field: 'orderNo', params: { member } };
  return {
    ...order,
    complaintsJson: JSON.stringify([...complaintsOf(order), complaint]),
    errorCode: order.errorCode || 'ORDER_MEMBER_KNOWN',
    state: order.state === 'ready' ? 'needs-review' : order.state,
  };
}
