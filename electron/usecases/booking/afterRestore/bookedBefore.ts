import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { type Failure, failure } from '../../../../shared/errors/outcome.ts';
import { codesOfNumber, firstRevision } from '../../../../shared/rules/orderCode.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import { otherThanJson } from '../../../store/booking/bookingJson.ts';
import type { Order, Shipment, StoredOutsideReference } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { addHistory } from '../../orders/history.ts';
import { complaintColumnsOf, firstCodeOf, orderFingerprint } from '../../orders/order.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { giveBack } from '../givingBack/giveBack.ts';

/**
 * Asked before an order that a restored backup brought back is booked. Where a booking of the same number exists that no order here
 * accounts for, the order is held until a person says whether it is the same parcel. null: nothing is against booking it. The order is ready.
 */
export async function askIfBookedBefore(
  workspace: Workspace,
  write: Repositories,
  order: Order,
): Promise<Failure | null> {
  const now = workspace.clock.now();
  const [found] = await bookedUnderNumber(write, order, now);
  if (found === undefined) return null;
  const question = questionOf(order, found);
  const complaint = { code: question.code, field: 'orderNo', params: question.params ?? {} };
  const isHeld = await write.orders.move(order, 'held', {
    holdReason: 'booked-before',
    holdNote: '',
    heldAt: now,
    ...complaintColumnsOf([complaint]),
    updatedAt: now,
  });
  if (isHeld) await addHistory(workspace, write, order.id, 'held', { code: question.code });
  return question;
}

const questions = {
  regrouped: 'REGROUPED_BEFORE_RESTORE',
  voided: 'NUMBER_VOIDED_BEFORE_RESTORE',
  booked: 'NUMBER_BOOKED_BEFORE_RESTORE',
  unsure: 'NUMBER_SENT_BEFORE_RESTORE',
} as const satisfies Readonly<Record<string, ErrorCode>>;

function kindOf({ reference, isRegrouped }: SameNumber): keyof typeof questions {
  if (isRegrouped) return 'regrouped';
  if (reference.state === 'voided') return 'voided';
  return reference.waybillNo === '' ? 'unsure' : 'booked';
}

function questionOf({ orderNo }: Order, found: SameNumber): Failure {
  const { orderCode, waybillNo } = found.reference;
  return failure(questions[kindOf(found)], { orderNo, orderCode, waybillNo });
}

/** What the journal knows that may be this very order under another code. */
interface SameNumber {
  readonly reference: StoredOutsideReference;
  /** Its goods went out as part of a merge, or in a part of a split. */
  readonly isRegrouped: boolean;
}

/** A row number of a hand-made sheet comes back every day: one of a month ago is another parcel. */
const asksForMs = 30 * dayMs;

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
  // Its own code is recognised without this.
  if (firstRevision(reference.orderCode) === firstCodeOf(order)) return false;
  // A person gave it to another one.
  if (reference.orderId !== '' && reference.orderId !== order.id) return false;
  const others = otherThanJson.read(reference.otherThanJson);
  return !others.includes(order.id) && now - reference.at < asksForMs;
}

function rank({ reference }: SameNumber): number {
  return reference.state === 'voided' ? 1 : 0;
}

/** The orders whose goods this one carries instead of them. */
async function originsOf(write: Repositories, order: Order): Promise<Order[]> {
  const parts = (await write.orderParts.inOrder(order.id)).filter(({ kind }) => kind !== 'extra');
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

/** What the journal knows of a code that its order must not be booked for once more. */
const unresolvedStates: readonly string[] = ['open', 'bound', 'voiding', 'voided'];

/**
 * Asked in the transaction that would mark a booking as sent. A restored backup may hold a booking for one account whose
 * order another account, or a person's hand, took later under the same code: it is given back, and the next planning
 * takes up what the journal knows. One that was booked under another code since is held and asked about. true: it must
 * not be sent.
 */
export async function leaveToJournal(
  workspace: Workspace,
  write: Repositories,
  order: Order | undefined,
  shipment: Shipment,
): Promise<boolean> {
  if (!(await write.outsideReferences.hasStanding())) return false;
  const references = await write.outsideReferences.ofCode(shipment.orderCode);
  const isElsewhere = references.some(
    ({ accountId, state }) => accountId !== shipment.accountId && unresolvedStates.includes(state),
  );
  const isAsked =
    !isElsewhere &&
    order !== undefined &&
    (await bookedUnderNumber(write, order, workspace.clock.now())).length > 0;
  if (!isElsewhere && !isAsked) return false;
  const free =
    order === undefined
      ? null
      : await giveBack(workspace, write, order, shipment, { code: 'BOOKING_INTERRUPTED', isInHand: true });
  if (isAsked && free !== null) await askIfBookedBefore(workspace, write, free);
  return true;
}

/**
 * For the journal: the first codes of the orders whose goods this one carries instead of them. A restored backup may
 * have those apart again, and must not book them beside it.
 */
export async function goodsOf(read: Repositories, orderId: string): Promise<{ readonly goodsOf?: string[] }> {
  const parts = (await read.orderParts.inOrder(orderId)).filter(({ kind }) => kind !== 'extra');
  if (parts.length === 0) return {};
  const origins = await read.orders.byIds(parts.map(({ originId }) => originId));
  return { goodsOf: origins.map(firstCodeOf) };
}
