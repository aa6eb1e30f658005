import { createHash } from 'node:crypto';
import type { OrderItem } from '../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { faultPoint } from '../platform/faultPoint.ts';
import type { OrdersTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { goodsTextOf, itemsOf } from './orderRow.ts';
import { isMaskedReceiver, recipientKey, relayChannelOf } from './recipientKey.ts';
import type { Workspace } from './workspace.ts';

export interface SeenOrder {
  readonly orderId: string;
  /** null: whatever it is now (the command line names an order, not a version). */
  readonly version: number | null;
}

/**
 * Makes one order out of several of one recipient: one booking, one label. The members stay in the book under their own
 * numbers, so that importing them again finds them and each number is written back.
 */
export async function mergeOrders(
  workspace: Workspace,
  seen: readonly SeenOrder[],
): Promise<Outcome<OrdersTable>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<OrdersTable>> => {
    const members = await readSeen(write, seen);
    if (!members.ok) return members;
    const problem = await refusal(write, members.value);
    if (problem !== null) return problem;
    const [lead] = members.value;
    if (lead === undefined) return failure('MERGE_TOO_FEW');
    const merged = await mergedOrder(workspace, write, lead, members.value);
    for (const member of members.value) {
      if (!(await write.orders.move(member, 'merged', { updated_at: merged.updated_at })))
        throw new Error('an order of this transaction was changed elsewhere');
      await write.history.add(entry(workspace, member.id, 'merged', merged.order_no));
    }
    await write.orders.insertMany([merged]);
    await write.orderParts.insertMany(
      members.value.map((member) => ({
        order_id: merged.id,
        origin_id: member.id,
        origin_no: member.order_no,
        kind: 'merge',
        origin_state: member.state,
        items_json: member.items_json,
      })),
    );
    faultPoint('merge.before-commit');
    return done(merged);
  });
  faultPoint('merge.after-commit');
  workspace.changed('orders', 'status');
  return outcome;
}

/** The orders as they are now, oldest first; refused when one is gone or another than what was seen. */
export async function readSeen(
  read: Repositories,
  seen: readonly SeenOrder[],
): Promise<Outcome<OrdersTable[]>> {
  const versions = new Map(seen.map(({ orderId, version }) => [orderId, version]));
  const orders = await read.orders.byIds([...versions.keys()]);
  for (const { orderId } of seen)
    if (!orders.some(({ id }) => id === orderId)) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  for (const order of orders) {
    const version = versions.get(order.id) ?? null;
    if (version !== null && version !== order.version)
      return failure('ORDER_CHANGED_MEANWHILE', { orderNo: order.order_no });
  }
  return done(orders);
}

async function refusal(read: Repositories, members: readonly OrdersTable[]): Promise<Failure | null> {
  const [lead, ...others] = members;
  if (lead === undefined || others.length === 0) return failure('MERGE_TOO_FEW');
  const [nested] = await read.orderParts.inOrders(members.map(({ id }) => id));
  if (nested !== undefined)
    return failure('MERGE_NESTED', {
      orderNo: members.find(({ id }) => id === nested.order_id)?.order_no ?? '',
    });
  for (const member of members) {
    const orderNo = member.order_no;
    if (member.state !== 'ready') return failure('MERGE_STATE_REFUSES', { orderNo, state: member.state });
    if (isMaskedReceiver(member)) return failure('MERGE_MASKED', { orderNo });
    // What a refused booking left at a platform belongs to that order's code.
    if (member.shipment_id !== null) return failure('MERGE_STATE_REFUSES', { orderNo, state: member.state });
  }
  for (const member of others) {
    const both = { orderNo: lead.order_no, otherNo: member.order_no };
    if (relayChannelOf(member) !== relayChannelOf(lead)) return failure('MERGE_CHANNELS_DIFFER', both);
    if (recipientKey(member, 'phone-address') !== recipientKey(lead, 'phone-address'))
      return failure('MERGE_RECIPIENTS_DIFFER', both);
  }
  return null;
}

/** What the label and the platform see: the receiver of the oldest, the goods of all. */
async function mergedOrder(
  workspace: Workspace,
  read: Repositories,
  lead: OrdersTable,
  members: readonly OrdersTable[],
): Promise<OrdersTable> {
  const now = workspace.clock.now();
  const items = joinItems(members.flatMap(itemsOf));
  const orderNo = `${lead.order_no}+${members.length - 1}`;
  const weights = members.map(({ weight_grams }) => weight_grams);
  return {
    ...lead,
    id: workspace.nextId(),
    order_key: await freeKey(read, orderNo, members),
    order_no: orderNo,
    state: 'ready',
    version: 0,
    items_json: JSON.stringify(items),
    goods_text: goodsTextOf(items),
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
    // One unknown weight makes the whole unknown.
    weight_grams: weights.reduce((sum, weight) => (sum === null || weight === null ? null : sum + weight)),
    parcel_count: 1,
    cod_fen: members.reduce((sum, { cod_fen }) => sum + cod_fen, 0),
    insured_fen: members.reduce((sum, { insured_fen }) => sum + insured_fen, 0),
    buyer_remark: distinct(members.map(({ buyer_remark }) => buyer_remark)),
    seller_remark: distinct(members.map(({ seller_remark }) => seller_remark)),
    carrier: members.find(({ carrier }) => carrier !== '')?.carrier ?? '',
    content_hash: hashOf(members.map(({ content_hash }) => content_hash)),
    import_id: '',
    created_at: now,
    updated_at: now,
  };
}

/**
 * The same members give the same key and with it the same order code. Members that were merged before, and whose number
 * was given back, need another: the platform would answer with the number that is cancelled.
 */
async function freeKey(
  read: Repositories,
  orderNo: string,
  members: readonly OrdersTable[],
): Promise<string> {
  const key = `${orderNo} & ${hashOf(members.map(({ order_key }) => order_key)).slice(0, 16)}`;
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
    const key = JSON.stringify([item.name, item.sku, item.skuCode]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? item : { ...item, quantity: known.quantity + item.quantity });
  }
  return [...joined.values()];
}

function distinct(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('; ');
}

/** One line of an order's history. */
export function entry(workspace: Workspace, orderId: string, kind: string, note: string) {
  return {
    id: workspace.nextId(),
    order_id: orderId,
    at: workspace.clock.now(),
    kind,
    code: '',
    note,
    data_json: '{}',
  };
}
