import { unsentStates } from '../../../../shared/domain/order.ts';
import { failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { askedJson, contentJson, type OrderIntent } from '../../../store/workstations/intentJson.ts';
import { holdOrder, releaseOrder } from '../../orders/edit.ts';
import { type EditedOrders, editOrders } from '../../orders/editOrders.ts';
import { receiverOf } from '../../orders/order.ts';
import { saleTexts } from '../../orders/sale.ts';
import type { SeenOrder } from '../../orders/select.ts';
import { shownWishes } from '../../orders/wishes.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withParts } from '../../workspace/workspace.ts';

/** What a person can change of an order, and what becomes of it, as texts by the names of their fields. */
export type OrderContent = Readonly<Record<string, string>>;

export function contentOf(order: Order): OrderContent {
  const { state, holdReason, holdNote } = order;
  return {
    // Those that wait for a person and those that are ready change places with what is written in them.
    state: unsentStates.includes(state) && state !== 'held' ? '' : state,
    hold: [holdReason, holdNote].filter((text) => text !== '').join(': '),
    ...receiverOf(order),
    items: order.goodsText,
    weightGrams: String(order.weightGrams ?? ''),
    parcelCount: String(order.parcelCount),
    codAmountFen: String(order.codFen),
    insuredValueFen: String(order.insuredFen),
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    carrier: order.carrier,
    ...shownWishes(order),
    ...saleTexts(order),
  };
}

/** The workspace within a transaction that is open already: what it does is committed with that one, and announced then. */
export function within(workspace: Workspace, write: Repositories): Workspace {
  const { store } = workspace;
  const inner: Workspace['store'] = { ...store, read: write, write: (work) => work(write) };
  return withParts(workspace, { store: inner, changed: () => undefined });
}

/** Does to one order what was asked for, by the rules of the book as it is. */
export function askOfOrder(
  workspace: Workspace,
  seen: SeenOrder,
  asked: OrderIntent,
): Promise<Outcome<EditedOrders | Order>> {
  switch (asked.kind) {
    case 'edit':
      return editOrders(workspace, [seen], asked.changes);
    case 'hold':
      return holdOrder(workspace, { ...seen, ...asked });
    case 'release':
      return releaseOrder(workspace, { ...seen, ...asked });
  }
}

/**
 * Does it to what this bench has of the orders while their book is away, and keeps in the same transaction what the book is to be asked for
 * of each that was changed. What the bench does not keep waits for the book.
 */
export async function leaveIntents<T>(
  apart: Workspace,
  orders: readonly SeenOrder[],
  asked: OrderIntent,
  action: (at: Workspace) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { store, clock, actor, nextId, workstation } = apart;
  const ids = orders.map(({ orderId }) => orderId);
  const left = await store.write(async (write) => {
    const before = await write.orders.byIds(ids);
    if (before.length === 0) return failure('ORDER_NOT_KEPT_HERE');
    const acted = await action(within(apart, write));
    const after = new Map((await write.orders.byIds(ids)).map((order) => [order.id, order.version]));
    for (const order of before) {
      if (after.get(order.id) === order.version) continue;
      await write.away.addIntent({
        id: nextId(),
        workstationId: workstation.id,
        at: clock.now(),
        operator: actor.name,
        orderId: order.id,
        orderNo: order.orderNo,
        version: order.version,
        askedJson: askedJson.write(asked),
        beforeJson: contentJson.write(contentOf(order)),
      });
    }
    faultPoint('intent.before-commit');
    return acted;
  });
  faultPoint('intent.after-commit');
  apart.changed('orders', 'status', 'packing');
  return left;
}
