import { codesOfNumber, firstRevision } from '../../../../shared/rules/orderCode.ts';
import type { Order, StoredOutsideReference } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { firstCodeOf, orderFingerprint } from '../../orders/orderFingerprint.ts';

/** What the journal knows that may be this very order under another code. */
export interface SameNumber {
  readonly reference: StoredOutsideReference;
  /** Its goods went out as part of a merge, or in a part of a split. */
  readonly isRegrouped: boolean;
}

/** A row number of a hand-made sheet comes back every day: one of a month ago is another parcel. */
const asksForMs = 30 * 24 * 60 * 60_000;

/** Orders whose goods travel in others are not booked themselves. */
const inOthers: readonly string[] = ['merged', 'split'];

/**
 * After a restored backup: bookings of this order's number, or of its goods, that no order of this database accounts for.
 * A code says what the row said, so that a row changed since has another one; merging and splitting give other ones too.
 * What may have happened comes first, newest first.
 */
export async function bookedUnderNumber(
  write: Repositories,
  order: Order,
  now: number,
): Promise<SameNumber[]> {
  if (!(await write.outsideReferences.hasStanding())) return [];
  const origins = await originsOf(write, order);
  const found: SameNumber[] = [];
  for (const named of [order, ...origins]) {
    const family = codesOfNumber(named.orderNo, orderFingerprint(named));
    for (const reference of await write.outsideReferences.ofPrefix(family.prefix))
      if (family.includes(reference.orderCode)) found.push({ reference, isRegrouped: named.id !== order.id });
    for (const reference of await write.outsideReferences.carrying(family.prefix))
      if (reference.state !== 'voided' && reference.goodsOf.split(' ').some(family.includes))
        found.push({ reference, isRegrouped: true });
  }
  const open = found.filter(({ reference }) => mayBeOf(order, reference, now));
  if (open.length === 0) return [];
  const taken = new Set((await othersThatMayOwn(write, order, origins)).map(firstCodeOf));
  return open
    .filter(({ reference }) => !taken.has(firstRevision(reference.orderCode)))
    .sort((left, right) => rank(left) - rank(right) || right.reference.at - left.reference.at);
}

function mayBeOf(order: Order, reference: StoredOutsideReference, now: number): boolean {
  // Its own code is known by itself.
  if (firstRevision(reference.orderCode) === firstCodeOf(order)) return false;
  // A person gave it to another one.
  if (reference.orderId !== '' && reference.orderId !== order.id) return false;
  const others = JSON.parse(reference.otherThanJson) as readonly string[];
  return !others.includes(order.id) && now - reference.at < asksForMs;
}

function rank({ reference }: SameNumber): number {
  return reference.state === 'voided' ? 1 : 0;
}

/** The orders whose goods this one carries instead of them. */
async function originsOf(write: Repositories, order: Order): Promise<Order[]> {
  const parts = (await write.orderParts.inOrders([order.id])).filter(({ kind }) => kind !== 'extra');
  return parts.length === 0 ? [] : write.orders.byIds(parts.map(({ originId }) => originId));
}

async function othersThatMayOwn(
  write: Repositories,
  order: Order,
  origins: readonly Order[],
): Promise<Order[]> {
  const named = [order, ...origins];
  const found: Order[] = [];
  for (const { orderNo } of named) found.push(...(await write.orders.ofNumber(orderNo)));
  const carriers = await write.orderParts.ofOrigins(named.map(({ id }) => id));
  if (carriers.length > 0) found.push(...(await write.orders.byIds(carriers.map(({ orderId }) => orderId))));
  return found.filter(({ id, state }) => id !== order.id && !inOthers.includes(state));
}
