import type { Freight } from '../../../shared/domain/freight.ts';
import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { bookedFreight } from '../booking/choosing/noteFreight.ts';
import { type OrderParcel, readParcels } from '../booking/readParcels.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { complaintsOf, itemsOf } from './orderRow.ts';
import { readSentTexts, type SentText } from './readSentTexts.ts';

export interface OrderDetail {
  readonly order: Order;
  readonly receiverText: string;
  readonly items: OrderItem[];
  readonly parcelCount: number;
  /** Of a booking for several; empty otherwise. */
  readonly parcels: OrderParcel[];
  readonly codAmountFen: number;
  readonly insuredValueFen: number;
  readonly buyerRemark: string;
  readonly sellerRemark: string;
  /** null: not booked. */
  readonly freight: Freight | null;
  /** Texts that the platform would get otherwise than they stand here. */
  readonly sentAs: SentText[];
  readonly complaints: OrderComplaintView[];
  readonly history: { at: number; kind: string; code: string; note: string }[];
}

type OrderComplaintView = Pick<OrderComplaint, 'code' | 'field'> & {
  params?: Record<string, string | number>;
};

/** One order with everything the pane beside the table shows. */
export async function readOrderDetail(
  workspace: Pick<Workspace, 'store' | 'platforms'>,
  orderId: string,
): Promise<Outcome<OrderDetail>> {
  const { store } = workspace;
  const order = await store.read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const shipment = order.shipmentId === null ? undefined : await store.read.shipments.byId(order.shipmentId);
  const history = await store.read.history.ofOrder(orderId);
  return done({
    order,
    receiverText: order.receiverText,
    items: [...itemsOf(order)],
    parcelCount: order.parcelCount,
    parcels: await readParcels(store.read, order),
    codAmountFen: order.codFen,
    insuredValueFen: order.insuredFen,
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    freight: shipment === undefined ? null : bookedFreight(shipment),
    sentAs: await readSentTexts(workspace, order),
    complaints: complaintsOf(order).map(({ code, field, params }) => ({
      code,
      field,
      ...(params === undefined ? {} : { params: { ...params } }),
    })),
    history: [
      { at: order.createdAt, kind: 'imported', code: '', note: '' },
      ...history.map(({ at, kind, code, note }) => ({ at, kind, code, note })),
    ],
  });
}
