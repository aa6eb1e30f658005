import type { PickupRow } from '../../../shared/contracts/pickupContract.ts';
import type { StoredPickup } from '../../store/booking/pickupTables.ts';
import { askPickup } from '../../usecases/booking/pickups/askPickup.ts';
import { bookPickup } from '../../usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../usecases/booking/pickups/cancelPickup.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';

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
