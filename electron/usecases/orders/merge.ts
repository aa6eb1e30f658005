import { createHash } from 'node:crypto';
import { asksToJoin } from '../../../shared/domain/intake/shippingQuestions.ts';
import type { MergeLevel, OrderItem } from '../../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { timesOf } from '../intake/orderTimes.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { addHistory } from './history.ts';
import {
  complaintColumnsOf,
  complaintsOf,
  distinct,
  isMaskedReceiver,
  itemColumnsOf,
  itemsOf,
  recipientKey,
  relayChannelOf,
} from './order.ts';
import { saleOfMerged } from './sale.ts';
import { type SeenOrder, seenOrders } from './select.ts';
import { wishesWithoutSize } from './wishes.ts';

/**
 * Makes one order out of several of one recipient: one booking, one label. The members stay in the book under their own
 * numbers, so that importing them again finds them and each number is written back.
 */
export async function mergeOrders(workspace: Workspace, seen: readonly SeenOrder[]): Promise<Outcome<Order>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<Order>> => {
    const members = await seenOrders(write, seen);
    if (!members.ok) return members;
    const problem = await refusal(write, members.value);
    if (problem !== null) return problem;
    const [lead] = members.value;
    if (lead === undefined) return failure('MERGE_TOO_FEW');
    const merged = await mergedOrder(workspace, write, lead, members.value);
    for (const member of members.value) {
      if (!(await write.orders.move(member, 'merged', { updatedAt: merged.updatedAt })))
        throw new Error('an order of this transaction was changed elsewhere');
      await addHistory(workspace, write, member.id, 'merged', { note: merged.orderNo });
    }
    await write.orders.insertMany([merged]);
    await write.orderParts.insertMany(
      members.value.map((member) => ({
        orderId: merged.id,
        originId: member.id,
        originNo: member.orderNo,
        kind: 'merge',
        originState: member.state,
        itemsJson: member.itemsJson,
      })),
    );
    const what = `orders ${members.value.length}`;
    await recordAct(workspace, write, { kind: 'orders-merged', orderId: merged.id, what });
    faultPoint('merge.before-commit');
    return done(merged);
  });
  faultPoint('merge.after-commit');
  workspace.changed('orders', 'status');
  return outcome;
}

async function refusal(read: Repositories, members: readonly Order[]): Promise<Failure | null> {
  const [lead, ...others] = members;
  if (lead === undefined || others.length === 0) return failure('MERGE_TOO_FEW');
  const [nested] = await read.orderParts.inOrders(members.map(({ id }) => id));
  if (nested !== undefined)
    return failure('MERGE_NESTED', {
      orderNo: members.find(({ id }) => id === nested.orderId)?.orderNo ?? '',
    });
  for (const member of members) {
    const orderNo = member.orderNo;
    if (!isJoinable(member)) return failure('MERGE_STATE_REFUSES', { orderNo, state: member.state });
    if (isMaskedReceiver(member)) return failure('MERGE_MASKED', { orderNo });
    // What a refused booking left at a platform belongs to that order's code.
    if (member.shipmentId !== null) return failure('MERGE_STATE_REFUSES', { orderNo, state: member.state });
  }
  for (const member of others) {
    const both = { orderNo: lead.orderNo, otherNo: member.orderNo };
    if (relayChannelOf(member) !== relayChannelOf(lead)) return failure('MERGE_CHANNELS_DIFFER', both);
    if (wishesWithoutSize(member) !== wishesWithoutSize(lead)) return failure('MERGE_WISHES_DIFFER', both);
    if (recipientKey(member, 'phone-address') !== recipientKey(lead, 'phone-address'))
      return failure('MERGE_RECIPIENTS_DIFFER', both);
  }
  return null;
}

/** Ready, or waiting for nothing but to be joined. */
const isJoinable = (order: Order): boolean =>
  order.state === 'ready' || (order.state === 'needs-review' && complaintsOf(order).every(asksToJoin));

/** The merged order for label and platform: the receiver of the oldest, the goods of all. */
async function mergedOrder(
  workspace: Workspace,
  read: Repositories,
  lead: Order,
  members: readonly Order[],
): Promise<Order> {
  const now = workspace.clock.now();
  const items = joinItems(members.flatMap(itemsOf));
  const orderNo = `${lead.orderNo}+${members.length - 1}`;
  const weights = members.map(({ weightGrams }) => weightGrams);
  return {
    ...lead,
    id: workspace.nextId(),
    orderKey: await freeKey(read, orderNo, members),
    orderNo,
    state: 'ready',
    ...complaintColumnsOf([]),
    version: 0,
    ...itemColumnsOf(items),
    // With one unknown weight the total is unknown.
    weightGrams: weights.reduce((sum, weight) => (sum === null || weight === null ? null : sum + weight)),
    parcelCount: 1,
    codFen: members.reduce((sum, { codFen }) => sum + codFen, 0),
    insuredFen: members.reduce((sum, { insuredFen }) => sum + insuredFen, 0),
    buyerRemark: distinct(members.map(({ buyerRemark }) => buyerRemark)),
    sellerRemark: distinct(members.map(({ sellerRemark }) => sellerRemark)),
    wishesJson: wishesWithoutSize(lead),
    wishesMark: '',
    ...saleOfMerged(members),
    carrier: members.find(({ carrier }) => carrier !== '')?.carrier ?? '',
    contentHash: hashOf(members.map(({ contentHash }) => contentHash)),
    ...timesOf(members),
    importId: '',
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * The same members give the same key and so the same order code. Members that were merged before, and whose number was given back, need
 * another: the platform would return the cancelled number.
 */
async function freeKey(read: Repositories, orderNo: string, members: readonly Order[]): Promise<string> {
  const key = `${orderNo} & ${hashOf(members.map(({ orderKey }) => orderKey)).slice(0, 16)}`;
  for (let times = 1; ; times++) {
    const candidate = times === 1 ? key : `${key} ${times}`;
    if ((await read.orders.byKeys([candidate])).length === 0) return candidate;
  }
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha1')
    .update([...texts].sort().join('\n'))
    .digest('hex');
}

/** Equal goods of several orders are one line. */
function joinItems(items: readonly OrderItem[]): OrderItem[] {
  const joined = new Map<string, OrderItem>();
  for (const item of items) {
    const key = JSON.stringify([item.name, item.sku, item.skuCode, item.isGift]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? item : { ...item, quantity: known.quantity + item.quantity });
  }
  return [...joined.values()];
}

/** Orders by their ids, oldest first. */
type Group = readonly string[];

/** Groups of ready orders that could travel in one parcel, oldest first. */
async function mergeGroups({ store }: Workspace, level: MergeLevel): Promise<Group[]> {
  const keyed = (await store.read.orders.readyOfSharedPhones()).flatMap((order) => {
    const recipient = recipientKey(order, level);
    // Different carriers were requested: one parcel would break one of the wishes.
    const key = `${recipient}\n${order.carrier}\n${wishesWithoutSize(order)}`;
    return recipient === null ? [] : [{ id: order.id, key }];
  });
  return [...groupBy(keyed, ({ key }) => key).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ id }) => id));
}

interface HintsWanted extends Partial<WindowRequest> {
  /** At most this many of each group, the oldest. */
  readonly most?: number;
}

interface MergeHints {
  /** Groups there are. */
  readonly total: number;
  /** The groups of the window. */
  readonly groups: readonly { readonly id: string; readonly orders: readonly Order[] }[];
}

/**
 * The same with their orders, reading only those that are shown. The same orders have the same group id, so that a page can keep its
 * place.
 */
export async function mergeHints(
  workspace: Workspace,
  level: MergeLevel,
  { offset = 0, limit = Number.POSITIVE_INFINITY, most = Number.POSITIVE_INFINITY }: HintsWanted = {},
): Promise<MergeHints> {
  const groups = await mergeGroups(workspace, level);
  const shown = groups.slice(offset, offset + limit);
  const wanted = shown.flatMap((ids) => ids.slice(0, most));
  const rows = await workspace.store.read.orders.byIds(wanted);
  const byId = new Map(rows.map((order) => [order.id, order]));
  return {
    total: groups.length,
    groups: shown.map((ids) => ({
      id: idOf(ids),
      orders: ids.slice(0, most).flatMap((id) => byId.get(id) ?? []),
    })),
  };
}

function idOf(ids: Group): string {
  return createHash('sha1').update(ids.join()).digest('hex');
}
