import type { PickupRow } from '../../../shared/contracts/booking.ts';
import type { StoredPickup } from '../../store/booking/bookingRows.ts';
import { addParcel } from '../../usecases/booking/addParcel.ts';
import { planByRules } from '../../usecases/booking/choosing/planByRules.ts';
import { expectedBookingSeconds } from '../../usecases/booking/choosing/ruleReadings.ts';
import { bindAndPrint, findForBinding } from '../../usecases/booking/manualDesk.ts';
import { askPickup } from '../../usecases/booking/pickups/askPickup.ts';
import { bookPickup } from '../../usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../usecases/booking/pickups/cancelPickup.ts';
import { retryRefused } from '../../usecases/booking/planAgain.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { renumberOrder } from '../../usecases/booking/renumber.ts';
import { moveWaiting, readRunProgress, stopRun } from '../../usecases/booking/run.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readPrinters } from '../../usecases/printing/printers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import { orderView } from '../views.ts';

async function readyOnly(workspace: Workspace, ids: readonly string[]): Promise<string[]> {
  const ready: string[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const orders = await workspace.store.read.orders.byIds(ids.slice(start, start + 500));
    ready.push(...orders.filter((order) => order.state === 'ready').map((order) => order.id));
  }
  return ready;
}

export const shipRouter = {
  preview: gate.ship.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const ids = await selectedOrders(workspace, input.selection);
    const ready = await readyOnly(workspace, ids);
    const expectedSeconds = unwrap(errors, await expectedBookingSeconds(workspace, ready, input.accountId));
    return { orders: ready.length, notReady: ids.length - ready.length, expectedSeconds };
  }),
  book: gate.ship.book.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const orderIds = await selectedOrders(workspace, input.selection);
    const { accountId, carrier, printerUri } = input;
    const outcome = unwrap(
      errors,
      await planByRules(workspace, { orderIds, accountId, carrier, printerUri }),
    );
    context.session.wake();
    return {
      planned: outcome.planned,
      held: outcome.held,
      refused: outcome.refused.map(({ orderNo, failure }) => ({ orderNo, code: failure.code })),
    };
  }),
  retryFailed: gate.ship.retryFailed.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const planned = unwrap(errors, await retryRefused(workspace, input.orderIds));
    context.session.wake();
    return { planned };
  }),
};

export const preflightRouter = {
  check: gate.preflight.check.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { selection, ...request } = input;
    const orderIds = await selectedOrders(workspace, selection);
    const printers = await readPrinters(workspace, context.session.knowledge.printerStates);
    const printerStates = new Map(printers.map(({ uri, state }) => [uri, state]));
    return unwrap(errors, await runPreflight(workspace, { ...request, orderIds, printerStates }));
  }),
};

export const runRouter = {
  progress: gate.run.progress.handler(({ context, input, errors }) =>
    readRunProgress(unwrap(errors, context.session.workspace()), input.since),
  ),
  stop: gate.run.stop.handler(async ({ context, input, errors }) => ({
    stopped: await stopRun(unwrap(errors, context.session.workspace()), input.since),
  })),
  moveWaiting: gate.run.moveWaiting.handler(async ({ context, input, errors }) => {
    const moved = unwrap(errors, await moveWaiting(unwrap(errors, context.session.workspace()), input));
    context.session.wake();
    return { ...moved };
  }),
};

export const parcelsRouter = {
  renumber: gate.parcels.renumber.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const renumbered = unwrap(errors, await renumberOrder(workspace, input));
    context.session.wake();
    return { ...renumbered };
  }),
  add: gate.parcels.add.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { extra, planned } = unwrap(errors, await addParcel(workspace, input));
    context.session.wake();
    return { extra: orderView(extra), planned };
  }),
};

export const manualRouter = {
  find: gate.manual.find.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const order = orderView(unwrap(errors, await findForBinding(workspace, input.code)));
    const { province, city, district } = order.receiver;
    return {
      id: order.id,
      orderNo: order.orderNo,
      receiverName: order.receiver.name,
      place: [...new Set([province, city, district])].filter(Boolean).join(' '),
      goodsText: order.goodsText,
      carrier: order.carrier,
    };
  }),
  bindNumber: gate.manual.bindNumber.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { order, slipErrorCode } = unwrap(errors, await bindAndPrint(workspace, input));
    context.session.wake();
    return { order: orderView(order), slipErrorCode };
  }),
};

async function view({ store }: Workspace, pickup: StoredPickup): Promise<PickupRow> {
  return {
    id: pickup.id,
    state: pickup.state,
    kind: pickup.kind,
    orderCode: pickup.orderCode,
    accountName: (await store.read.accounts.byId(pickup.accountId))?.name ?? '',
    carrier: pickup.carrier,
    startAt: pickup.startAt,
    endAt: pickup.endAt,
    waybillNo: pickup.waybillNo,
    costFen: pickup.costFen,
    errorCode: pickup.errorCode,
    createdAt: pickup.createdAt,
  };
}

export const pickupRouter = {
  ofOrder: gate.pickup.ofOrder.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { read } = workspace.store;
    const platforms = new Set((await read.accounts.all()).map(({ platform }) => platform));
    const rows = await read.pickups.ofOrder(input.orderId);
    return {
      pickups: (await Promise.all(rows.map((row) => view(workspace, row)))).reverse(),
      canCall: workspace.platforms.some(
        ({ manifest, orderPickup }) => orderPickup !== undefined && platforms.has(manifest.id),
      ),
    };
  }),
  book: gate.pickup.book.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return view(workspace, unwrap(errors, await bookPickup(workspace, { ...input, accountId: null })));
  }),
  cancel: gate.pickup.cancel.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return view(workspace, unwrap(errors, await cancelPickup(workspace, input)));
  }),
  ask: gate.pickup.ask.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return view(workspace, unwrap(errors, await askPickup(workspace, input.pickupId)));
  }),
};
