import type { Answered } from '../../../shared/contracts/contract.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Order } from '../../store/schema.ts';
import { bookedFreight } from '../booking/choosing/freight.ts';
import { readParcels } from '../booking/parcels.ts';
import { expectedDateOf, receiptWaybillNoOf } from '../booking/shipment.ts';
import { personalDataOf } from '../retention/retention.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { complaintsOf, itemsOf, receiverTextOf } from './order.ts';
import { shownSale } from './sale.ts';
import { orderById } from './select.ts';
import { shownWishes } from './wishes.ts';

type Shown = Answered<'orders', 'detail'>;

type OrderDetail = Omit<Shown, keyof OrderRow> & { readonly order: Order };

/** One order with everything the side pane shows. */
export async function readOrderDetail(workspace: Workspace, orderId: string): Promise<Outcome<OrderDetail>> {
  const { store } = workspace;
  const found = await orderById(store.read, orderId);
  if (!found.ok) return found;
  const order = found.value;
  const shipment = order.shipmentId === null ? undefined : await store.read.shipments.byId(order.shipmentId);
  const history = await store.read.history.ofOrder(orderId);
  return done({
    order,
    receiverText: receiverTextOf(order),
    items: itemsOf(order),
    parcelCount: order.parcelCount,
    parcels: await readParcels(store.read, order),
    codAmountFen: order.codFen,
    insuredValueFen: order.insuredFen,
    buyerRemark: order.buyerRemark,
    sellerRemark: order.sellerRemark,
    wishes: shownWishes(order),
    sale: shownSale(order),
    freight: shipment === undefined ? null : bookedFreight(shipment),
    expectedDate: shipment === undefined ? '' : expectedDateOf(shipment),
    receiptWaybillNo: shipment === undefined ? '' : receiptWaybillNoOf(shipment),
    sentAs: await readSentTexts(workspace, order),
    complaints: complaintsOf(order),
    personalData: await personalDataOf(workspace, order),
    history: [
      { at: order.createdAt, kind: 'imported', code: '', note: '', operator: '' },
      ...history.map(({ at, kind, code, note, operator }) => ({ at, kind, code, note, operator })),
    ],
  });
}

type SentText = Shown['sentAs'][number];

/** The platform that booked the order, or would now; empty: none is set up. */
async function platformOf({ store }: Workspace, order: Order): Promise<string> {
  if (order.platform !== '') return order.platform;
  const { defaultAccountId } = await readSettings({ store });
  const account = defaultAccountId === null ? undefined : await store.read.accounts.byId(defaultAccountId);
  return account?.platform ?? '';
}

/** Texts of an order that its platform gets changed, with what it gets: forbidden characters replaced. */
export async function readSentTexts(workspace: Workspace, order: Order): Promise<SentText[]> {
  const id = await platformOf(workspace, order);
  const sentText = platformById(workspace.platforms, id)?.sentText;
  if (sentText === undefined) return [];
  const texts: readonly (readonly [SentText['field'], string])[] = [
    ['name', order.receiverName],
    ['detail', order.town + order.detail],
    ...itemsOf(order).map(({ name }) => ['goods', name] as const),
    ['remark', order.sellerRemark],
  ];
  return texts
    .map(([field, before]) => ({ field, before, after: sentText(before) }))
    .filter(({ before, after }) => before !== after);
}
