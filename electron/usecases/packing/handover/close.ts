import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import type { HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Handover } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { addHistory } from '../../orders/history.ts';
import { printPapers } from '../../printing/papers/printReceipts.ts';
import { handoverList } from '../../printing/papers/receipts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { readLying } from '../bench.ts';
import { handoverView, openHandover } from './lists.ts';

/** The courier has signed: what is on the list is handed over, and the list never changes again. */
export function closeHandover(
  workspace: Workspace,
  { handoverId, version, courier }: Asked<'handover', 'close'>,
): Promise<Outcome<HandoverRow>> {
  return tryChange(
    workspace,
    ['packing', 'orders', 'status'],
    async (write): Promise<Outcome<HandoverRow>> => {
      const open = await openHandover(write, handoverId);
      if (!open.ok) return open;
      const parcels = await write.handovers.parcelsOf(handoverId);
      if (parcels.length === 0) return failure('HANDOVER_EMPTY', { handoverNo: open.value.no });
      const closedAt = workspace.clock.now();
      const closed = await write.handovers.change(
        { ...open.value, version },
        {
          state: 'closed',
          closedAt,
          closedBy: workspace.actor.name,
          courier: courier.trim(),
          parcels: parcels.length,
        },
      );
      if (closed === undefined) return failure('PACK_CHANGED_MEANWHILE');
      for (const orderId of new Set(parcels.map((parcel) => parcel.orderId)))
        await handOver(workspace, write, closed, orderId);
      const what = `${closed.no} ${parcels.length}`;
      await recordAct(workspace, write, { kind: 'handed-over', what });
      return done(await handoverView(write, closed));
    },
  );
}

/** Its boxes have left; the order has when all of them have. */
async function handOver(
  workspace: Workspace,
  write: Repositories,
  handover: Handover,
  orderId: string,
): Promise<void> {
  const order = await write.orders.byId(orderId);
  if (order === undefined) return;
  const now = workspace.clock.now();
  const lists = new Map<string, boolean>([[handover.id, true]]);
  const left: number[] = [];
  for (const parcel of await write.handovers.parcelsOfOrder(orderId)) {
    const isClosed =
      lists.get(parcel.handoverId) ?? (await write.handovers.byId(parcel.handoverId))?.state === 'closed';
    lists.set(parcel.handoverId, isClosed);
    if (isClosed) left.push(parcel.parcelNo);
  }
  for (const row of await write.packedParcels.ofOrder(orderId))
    if (row.state === 'closed' && left.includes(row.parcelNo))
      await write.packedParcels.move(row, 'handed-over', { handedOverAt: now, handoverId: handover.id });
  await addHistory(workspace, write, orderId, 'handed-over', { note: handover.no });
  const { parcelTotal } = await readLying(write, order, 1);
  const isAll = new Set(left).size >= parcelTotal;
  if (isAll && (order.state === 'booked' || order.state === 'packed'))
    await write.orders.move(order, 'handed-over', { updatedAt: now });
}

/** The list on paper, on A4 or a receipt printer. */
export async function printHandover(
  workspace: Workspace,
  { handoverId, printerUri, columns }: Asked<'handover', 'print'>,
): Promise<Outcome<Answered<'handover', 'print'>>> {
  const { read } = workspace.store;
  const handover = await read.handovers.byId(handoverId);
  if (handover === undefined) return failure('HANDOVER_NOT_FOUND');
  const parcels = await read.handovers.parcelsOf(handoverId);
  if (parcels.length === 0) return failure('HANDOVER_EMPTY', { handoverNo: handover.no });
  const { no, dayNo, courier, carrier, closedAt, createdBy, closedBy } = handover;
  const head = { no, dayNo, courier, by: closedBy || createdBy };
  const paper = handoverList(carrier, parcels, closedAt ?? workspace.clock.now(), columns, head);
  const printed = await printPapers(workspace, printerUri, 'handover', async () => ({
    receipts: [paper],
    refused: [],
  }));
  return printed.ok ? done({ printed: printed.value.printed }) : printed;
}
