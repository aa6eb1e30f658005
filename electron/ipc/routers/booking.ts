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
import { does, opened, unwrap } from '../gate.ts';
import { orderView, refusedView } from '../views.ts';

async function readyOnly(workspace: Workspace, ids: readonly string[]): Promise<string[]> {
  const ready: string[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const orders = await workspace.store.read.orders.byIds(ids.slice(start, start + 500));
    ready.push(...orders.filter((order) => order.state === 'ready').map((order) => order.id));
  }
  return ready;
}

const shipRouter = {
  preview: opened.ship.preview.handler(async ({ context: { workspace }, input }) => {
    const ids = await selectedOrders(workspace, input.selection);
    const ready = await readyOnly(workspace, ids);
    const expectedSeconds = unwrap(await expectedBookingSeconds(workspace, ready, input.accountId));
    return { orders: ready.length, notReady: ids.length - ready.length, expectedSeconds };
  }),
  book: opened.ship.book.handler(async ({ context: { workspace }, input }) => {
    const orderIds = await selectedOrders(workspace, input.selection);
    const { accountId, carrier, printerUri } = input;
    const { refused, ...planned } = unwrap(
      await planByRules(workspace, { orderIds, accountId, carrier, printerUri }),
    );
    return { ...planned, refused: refused.map(refusedView) };
  }),
  retryFailed: opened.ship.retryFailed.handler(async ({ context: { workspace }, input }) => ({
    planned: unwrap(await retryRefused(workspace, input.orderIds)),
  })),
};

const preflightRouter = {
  check: opened.preflight.check.handler(async ({ context: { workspace, session }, input }) => {
    const { selection, ...request } = input;
    const orderIds = await selectedOrders(workspace, selection);
    const printers = await readPrinters(workspace, session.knowledge.printerStates);
    const printerStates = new Map(printers.map(({ uri, state }) => [uri, state]));
    return unwrap(await runPreflight(workspace, { ...request, orderIds, printerStates }));
  }),
};

const runRouter = {
  progress: opened.run.progress.handler(({ context: { workspace }, input }) =>
    readRunProgress(workspace, input.since),
  ),
  stop: opened.run.stop.handler(async ({ context: { workspace }, input }) => ({
    stopped: await stopRun(workspace, input.since),
  })),
  moveWaiting: opened.run.moveWaiting.handler(does(moveWaiting)),
};

const parcelsRouter = {
  renumber: opened.parcels.renumber.handler(does(renumberOrder)),
  add: opened.parcels.add.handler(async ({ context: { workspace }, input }) => {
    const { extra, planned } = unwrap(await addParcel(workspace, input));
    return { extra: orderView(extra), planned };
  }),
};

const manualRouter = {
  find: opened.manual.find.handler(async ({ context: { workspace }, input }) => {
    const order = orderView(unwrap(await findForBinding(workspace, input.code)));
    const { province, city, district } = order.receiver;
    const place = [...new Set([province, city, district])].filter(Boolean).join(' ');
    return { ...order, place };
  }),
  bindNumber: opened.manual.bindNumber.handler(async ({ context: { workspace }, input }) => {
    const { order, slipErrorCode } = unwrap(await bindAndPrint(workspace, input));
    return { order: orderView(order), slipErrorCode };
  }),
};

async function pickupView({ store }: Workspace, pickup: StoredPickup) {
  const account = await store.read.accounts.byId(pickup.accountId);
  return { ...pickup, accountName: account?.name ?? '' };
}

const pickupRouter = {
  ofOrder: opened.pickup.ofOrder.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const platforms = new Set((await read.accounts.all()).map(({ platform }) => platform));
    const rows = await read.pickups.ofOrder(input.orderId);
    return {
      pickups: (await Promise.all(rows.map((row) => pickupView(workspace, row)))).reverse(),
      canCall: workspace.platforms.some(
        ({ manifest, orderPickup }) => orderPickup !== undefined && platforms.has(manifest.id),
      ),
    };
  }),
  book: opened.pickup.book.handler(async ({ context: { workspace }, input }) =>
    pickupView(workspace, unwrap(await bookPickup(workspace, { ...input, accountId: null }))),
  ),
  cancel: opened.pickup.cancel.handler(async ({ context: { workspace }, input }) =>
    pickupView(workspace, unwrap(await cancelPickup(workspace, input))),
  ),
  ask: opened.pickup.ask.handler(async ({ context: { workspace }, input }) =>
    pickupView(workspace, unwrap(await askPickup(workspace, input.pickupId))),
  ),
};

export const bookingRouters = {
  ship: shipRouter,
  preflight: preflightRouter,
  run: runRouter,
  parcels: parcelsRouter,
  manual: manualRouter,
  pickup: pickupRouter,
};
