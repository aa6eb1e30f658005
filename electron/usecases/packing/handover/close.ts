import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import type { HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { stopCode } from '../../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Handover, Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { addHistory } from '../../orders/history.ts';
import { printPapers } from '../../printing/papers/printReceipts.ts';
import { handoverList } from '../../printing/papers/receipts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { readBenchBox } from '../bench.ts';
import { keepListAct } from './changeList.ts';
import { handoverView, handoverWithParcels, openHandover } from './lists.ts';

/** The courier has signed: what is on the list is handed over, and the list never changes again. */
export async function closeHandover(
  workspace: Workspace,
  { handoverId, version, courier }: Asked<'handover', 'close'>,
): Promise<Outcome<HandoverRow>> {
  const topics = ['packing', 'orders', 'status'] as const;
  const closing = await tryChange(workspace, topics, async (write): Promise<Outcome<HandoverRow>> => {
    const open = await openHandover(write, handoverId);
    if (!open.ok) return open;
    const { no: handoverNo } = open.value;
    const parcels = await write.handovers.parcelsOf(handoverId);
    if (parcels.length === 0) return failure('HANDOVER_EMPTY', { handoverNo });
    const orders = await write.orders.byIds(parcels.map(({ orderId }) => orderId));
    const stopped = orders.find((order) => stopCode(order) !== null || order.state === 'cancelled');
    if (stopped !== undefined)
      return failure('HANDOVER_REFUNDED', {
        handoverNo,
        orderNo: stopped.orderNo,
        waybillNo: stopped.waybillNo,
      });
    const closed = await write.handovers.change(
      { ...open.value, version },
      {
        state: 'closed',
        closedAt: workspace.clock.now(),
        closedBy: workspace.actor.name,
        courier: courier.trim(),
        parcels: parcels.length,
      },
    );
    if (closed === undefined) return failure('PACK_CHANGED_MEANWHILE');
    for (const order of orders) {
      await handOverBoxes(workspace, write, closed, order);
      await addHistory(workspace, write, order.id, 'handed-over', { note: closed.no });
    }
    await keepListAct(workspace, write, { handoverId, kind: 'signed' });
    await recordAct(workspace, write, { kind: 'handed-over', what: `${handoverNo} ${parcels.length}` });
    faultPoint('handover.before-commit');
    return done(await handoverView(write, closed));
  });
  faultPoint('handover.after-commit');
  return closing;
}

/** Its boxes have left; the order has left when all of them have. */
export async function handOverBoxes(
  { clock }: Workspace,
  write: Repositories,
  handover: Handover,
  order: Order,
): Promise<void> {
  const orderId = order.id;
  const lists = new Map<string, boolean>([[handover.id, true]]);
  const parcelNos: number[] = [];
  for (const parcel of await write.handovers.parcelsOfOrder(orderId)) {
    const isClosed =
      lists.get(parcel.handoverId) ?? (await write.handovers.byId(parcel.handoverId))?.state === 'closed';
    lists.set(parcel.handoverId, isClosed);
    if (isClosed) parcelNos.push(parcel.parcelNo);
  }
  const handedOver = { handedOverAt: handover.closedAt, handoverId: handover.id };
  for (const row of await write.packedParcels.ofOrder(orderId))
    if (row.state === 'closed' && parcelNos.includes(row.parcelNo))
      await write.packedParcels.move(row, 'handed-over', handedOver);
  const { parcelTotal } = await readBenchBox(write, order, 1);
  const isAll = new Set(parcelNos).size >= parcelTotal;
  if (isAll && (order.state === 'booked' || order.state === 'packed'))
    await write.orders.move(order, 'handed-over', { updatedAt: clock.now() });
}

/** Prints the list on A4 or a receipt printer. */
export async function printHandover(
  workspace: Workspace,
  { handoverId, printerUri, columns }: Asked<'handover', 'print'>,
): Promise<Outcome<Answered<'handover', 'print'>>> {
  const found = await handoverWithParcels(workspace, handoverId);
  if (!found.ok) return found;
  const { handover, parcels } = found.value;
  const { no, dayNo, courier, carrier, closedAt, createdBy, closedBy } = handover;
  if (parcels.length === 0) return failure('HANDOVER_EMPTY', { handoverNo: no });
  const head = { no, dayNo, courier, by: closedBy || createdBy };
  const paper = handoverList(carrier, parcels, closedAt ?? workspace.clock.now(), columns, head);
  const printed = await printPapers(workspace, printerUri, 'handover', async () => ({
    receipts: [paper],
    refused: [],
  }));
  return printed.ok ? done({ printed: printed.value.printed }) : printed;
}
