import type { OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import type { DraftGroup } from './groupDrafts.ts';
import { complaintsOf } from './orderRow.ts';

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
  return new Set([...inBook.map(({ order_no }) => order_no), ...beside]);
}

/** Sends a joined order to a person when one of its members stands in the book by itself. */
export function askForMembers(order: OrdersTable, known: ReadonlySet<string>): void {
  const member = memberNumbers(order.order_no).find((number) => known.has(number));
  if (member === undefined) return;
  const complaint = { code: 'ORDER_MEMBER_KNOWN', field: 'orderNo', params: { member } };
  order.complaints_json = JSON.stringify([...complaintsOf(order), complaint]);
  order.error_code = order.error_code || 'ORDER_MEMBER_KNOWN';
  if (order.state === 'ready') order.state = 'needs-review';
}
