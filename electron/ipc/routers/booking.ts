import { bookingContracts } from '../../../shared/contracts/booking.ts';
import type { StoredPickup } from '../../store/booking/bookingRows.ts';
import { addParcel } from '../../usecases/booking/addParcel.ts';
import { planByRules } from '../../usecases/booking/choosing/planByRules.ts';
import { previewBooking } from '../../usecases/booking/choosing/ruleReadings.ts';
import { rebookChanged } from '../../usecases/booking/givingBack/rebookChanged.ts';
import { renumberOrder } from '../../usecases/booking/givingBack/renumber.ts';
import { bindAndPrint, findForBinding, unbindNumber } from '../../usecases/booking/manualDesk.ts';
import { askPickup } from '../../usecases/booking/pickups/askPickup.ts';
import { bookPickup } from '../../usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../usecases/booking/pickups/cancelPickup.ts';
import { retryRefused } from '../../usecases/booking/planAgain.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { moveWaiting, readRunProgress, stopRun } from '../../usecases/booking/run.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readPrinters } from '../../usecases/printing/printers/printers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, gateOf, unwrap } from '../gate.ts';
import { orderView, refusedView } from '../views.ts';

const { onWorkspace } = gateOf(bookingContracts);

const shipRouter = onWorkspace('ship', {
  preview: does((workspace, { selection, accountId }) => previewBooking(workspace, selection, accountId)),
  async book(workspace, { selection, ...wish }) {
    const orderIds = await selectedOrders(workspace, selection);
    const { refused, ...planned } = unwrap(await planByRules(workspace, { ...wish, orderIds }));
    return { ...planned, refused: refused.map(refusedView) };
  },
  retryFailed: does(
    (workspace, { orderIds }) => retryRefused(workspace, orderIds),
    (planned) => ({ planned }),
  ),
});

const preflightRouter = onWorkspace('preflight', {
  async check(workspace, { selection, ...request }, { session }) {
    const orderIds = await selectedOrders(workspace, selection);
    const printers = await readPrinters(workspace, session.knowledge.printerStates);
    const printerStates = new Map(printers.map(({ uri, state }) => [uri, state]));
    return unwrap(await runPreflight(workspace, { ...request, orderIds, printerStates }));
  },
});

const runRouter = onWorkspace('run', {
  progress: (workspace, { since }) => readRunProgress(workspace, since),
  stop: async (workspace, { since }) => ({ stopped: await stopRun(workspace, since) }),
  moveWaiting: does(moveWaiting),
});

const parcelsRouter = onWorkspace('parcels', {
  renumber: does(renumberOrder),
  rebook: does(rebookChanged),
  add: does(addParcel, ({ extra, planned }) => ({ extra: orderView(extra), planned })),
});

const manualRouter = onWorkspace('manual', {
  find: does(
    (workspace, { code }) => findForBinding(workspace, code),
    (found) => {
      const order = orderView(found);
      const { province, city, district } = order.receiver;
      const place = [...new Set([province, city, district])].filter(Boolean).join(' ');
      return { ...order, place };
    },
  ),
  bindNumber: does(bindAndPrint, ({ order, slipErrorCode }) => ({ order: orderView(order), slipErrorCode })),
  unbindNumber: does(unbindNumber, orderView),
});

async function pickupView(pickup: StoredPickup, { store }: Workspace) {
  const names = await store.read.accounts.names();
  return { ...pickup, accountName: names.get(pickup.accountId) ?? '' };
}

const pickupRouter = onWorkspace('pickup', {
  async ofOrder(workspace, { orderId }) {
    const { read } = workspace.store;
    const platforms = new Set((await read.accounts.all()).map(({ platform }) => platform));
    const rows = await read.pickups.ofOrder(orderId);
    return {
      pickups: (await Promise.all(rows.map((row) => pickupView(row, workspace)))).reverse(),
      canCall: workspace.platforms.some(
        ({ manifest, orderPickup }) => orderPickup !== undefined && platforms.has(manifest.id),
      ),
    };
  },
  book: does((workspace, wish) => bookPickup(workspace, { ...wish, accountId: null }), pickupView),
  cancel: does(cancelPickup, pickupView),
  ask: does((workspace, { pickupId }) => askPickup(workspace, pickupId), pickupView),
});

export const bookingRouters = {
  ship: shipRouter,
  preflight: preflightRouter,
  run: runRouter,
  parcels: parcelsRouter,
  manual: manualRouter,
  pickup: pickupRouter,
};
