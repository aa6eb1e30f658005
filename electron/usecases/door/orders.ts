import type { ShownOrder } from '../../../shared/contracts/door/automation.ts';
import type { GivenOrder } from '../../../shared/contracts/door/givenOrder.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { describeComplaint } from '../../../shared/text/describeError.ts';
import { givenOrderNo } from '../../imports/readGivenOrders.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { Order } from '../../store/schema.ts';
import { readParcels } from '../booking/parcels.ts';
import { type AttentionRow, importOrders } from '../intake/importOrders.ts';
import { orderByNumber } from '../orders/select.ts';
import { shownEvents } from '../tracking/shownTracking.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { givenRow } from './givenRows.ts';

const isoTime = (at: number): string => new Date(at).toISOString();

/** Without personal data: the program that handed the order over has it. */
async function shownOrder({ read }: Workspace['store'], order: Order): Promise<ShownOrder> {
  const { orderNo, state, shop, carrier, bookedCarrier, platform, shipmentState, printState } = order;
  const waybillNo = shipmentState === 'voided' ? '' : order.waybillNo;
  const parcels = order.parcelCount > 1 ? await readParcels(read, order) : [];
  const numbers = [waybillNo, ...parcels.map((parcel) => parcel.waybillNo)];
  return {
    orderNo,
    state,
    shop,
    carrier: bookedCarrier === '' ? carrier : bookedCarrier,
    waybillNo,
    waybillNos: [...new Set(numbers)].filter((number) => number !== ''),
    platform,
    shipmentState,
    printState,
    code: order.errorCode,
    holdReason: order.holdReason,
    alarm: order.alarm,
    createdAt: isoTime(order.createdAt),
    updatedAt: isoTime(order.updatedAt),
  };
}

const allShown = ({ store }: Workspace, orders: readonly Order[]): Promise<ShownOrder[]> =>
  Promise.all(orders.map((order) => shownOrder(store, order)));

function questionOf({ orderNo, code, field, params }: AttentionRow, language: Language) {
  const { says, next } = describeComplaint(
    code,
    maskParams({ orderNo, ...params }),
    language,
    'commandLine',
  ) ?? {
    says: code,
    next: '',
  };
  return { orderNo, code, field, message: says, suggestion: next };
}

/**
 * An order that one call gives twice, with other goods or another state, is given again and not in two halves: its later version is judged
 * after the earlier one, as that of a later call. Joined like the rows of a file, three pieces in place of two became five.
 */
function roundsOf(orders: readonly GivenOrder[]): readonly (readonly GivenOrder[])[] {
  const rounds: GivenOrder[][] = [];
  const versions = new Map<string, string[]>();
  for (const order of orders) {
    const key = JSON.stringify([givenOrderNo(order.orderNo), order.shop, order.receiver]);
    const known = versions.get(key) ?? [];
    const content = JSON.stringify(order);
    if (known.at(-1) !== content) known.push(content);
    versions.set(key, known);
    const round = rounds[known.length - 1] ?? [];
    round.push(order);
    rounds[known.length - 1] = round;
  }
  return rounds;
}

const counted = ['imported', 'duplicates', 'changed', 'needsReview', 'rejected', 'skipped'] as const;

/** Stores what a program hands over: validated, merged with what is known and asked about as the rows of an order file are. */
export async function takeOrders(
  workspace: Workspace,
  orders: readonly GivenOrder[],
  { name, language }: { readonly name: string; readonly language: Language },
) {
  const unnamed = orders.findIndex(({ orderNo }) => givenOrderNo(orderNo) === '');
  if (unnamed !== -1) return failure('DOOR_INPUT_INVALID', { detail: `orders.${unnamed}.orderNo` });
  const { minConfidence } = await readSettings(workspace);
  const counts = { imported: 0, duplicates: 0, changed: 0, needsReview: 0, rejected: 0, skipped: 0 };
  const questions: ReturnType<typeof questionOf>[] = [];
  for (const round of roundsOf(orders)) {
    const request = { path: name, given: round.map(givenRow), minConfidence, isDryRun: false };
    const taken = await importOrders(workspace, request);
    if (!taken.ok) return taken;
    for (const count of counted) counts[count] += taken.value[count];
    // A number that is refused is in no order: it is named as it was given.
    const namedIn = (row: AttentionRow) => row.orderNo || (round[row.rowNumber - 1]?.orderNo ?? '');
    questions.push(
      ...taken.value.attention.map((row) => questionOf({ ...row, orderNo: namedIn(row) }, language)),
    );
  }
  const numbers = [...new Set(orders.map(({ orderNo }) => givenOrderNo(orderNo)))];
  const found = await Promise.all(numbers.map((orderNo) => workspace.store.read.orders.ofNumber(orderNo)));
  return done({ ...counts, questions, orders: await allShown(workspace, found.flat()) });
}

interface OrderWish {
  readonly state?: Order['state'] | undefined;
  readonly orderNo?: string | undefined;
  readonly bookedFrom?: string | undefined;
  readonly bookedTo?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export async function listOrders(workspace: Workspace, wish: OrderWish) {
  const { state, orderNo, bookedFrom, bookedTo, offset, limit } = wish;
  const { orders } = workspace.store.read;
  const from = bookedFrom === undefined ? 0 : Date.parse(bookedFrom);
  const to = bookedTo === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(bookedTo);
  const isOfTime = bookedFrom !== undefined || bookedTo !== undefined;
  const filter = {
    ...(state === undefined ? {} : { state }),
    ...(isOfTime ? { booked: { from, to } } : {}),
  };
  if (orderNo !== undefined) {
    const named = await orders.ofNumber(givenOrderNo(orderNo));
    const kept = named.filter((order) => state === undefined || order.state === state);
    return { total: kept.length, orders: await allShown(workspace, kept.slice(offset, offset + limit)) };
  }
  const rows = await orders.window(filter, { offset, limit }, { by: 'createdAt', isDescending: true });
  return { total: await orders.count(filter), orders: await allShown(workspace, rows) };
}

export async function showOrder({ store }: Workspace, orderNo: string): Promise<Outcome<ShownOrder>> {
  const found = await orderByNumber(store.read, givenOrderNo(orderNo));
  return found.ok ? done(await shownOrder(store, found.value)) : found;
}

export async function showTracking(workspace: Workspace, waybillNo: string) {
  const row = await workspace.store.read.tracking.byWaybill(waybillNo.trim().toUpperCase());
  if (row === undefined) return failure('WAYBILL_NOT_FOUND', { waybillNo });
  const events = await shownEvents(workspace, row);
  return done({
    waybillNo: row.waybillNo,
    orderNo: row.orderNo,
    carrier: row.carrier,
    state: row.state,
    exception: row.exception ?? '',
    checkedAt: row.checkedAt === null ? null : isoTime(row.checkedAt),
    events: events.map(({ at, text, location, status }) => ({ time: isoTime(at), text, location, status })),
  });
}
