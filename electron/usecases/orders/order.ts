import { createHash } from 'node:crypto';
import {
  articleName,
  type MergeLevel,
  type OrderComplaint,
  type OrderItem,
} from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import {
  emptyReceiverColumns,
  type ReceiverColumns,
  receiverColumnOrder,
} from '../../../shared/domain/receiverColumns.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { maskDetail, maskName, maskPhone } from '../../../shared/rules/mask.ts';
import { isStrongOrderNo, orderCodeFor } from '../../../shared/rules/orderCode.ts';
import { phoneTail } from '../../../shared/rules/phoneTail.ts';
import { maskOfAddress, maskOfName, maskOfPhone } from '../../imports/kit/maskOfText.ts';
import { hiddenParts, redactText } from '../../privacy/redactText.ts';
import { complaintsJson, itemsJson, receiverColumnsJson } from '../../store/orders/orderJson.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { saleWithoutPersons } from './sale.ts';

/** The receiver as stored with the order. */
export function receiverOf(order: Order): Party {
  return {
    name: order.receiverName,
    phone: order.receiverPhone,
    extension: order.receiverExtension,
    province: order.province,
    city: order.city,
    district: order.district,
    town: order.town,
    detail: order.detail,
  };
}

/** The same as columns, with the phone's last four digits for search and carriers that ask for them. */
export function receiverColumnsOf(receiver: Party) {
  return {
    receiverName: receiver.name,
    receiverPhone: receiver.phone,
    receiverPhoneTail: phoneTail(receiver.phone),
    receiverExtension: receiver.extension,
    province: receiver.province,
    city: receiver.city,
    district: receiver.district,
    town: receiver.town,
    detail: receiver.detail,
  };
}

/** A receiver in a file or list for people who may not see it. */
export function maskedReceiver(receiver: Party): Party {
  return {
    ...receiver,
    name: maskName(receiver.name),
    phone: maskPhone(receiver.phone),
    extension: receiver.extension === '' ? '' : '***',
    detail: maskDetail(receiver.detail),
  };
}

/** Whom free text about this order is about, and the numbers that stay in it. */
export function textContextOf(order: Order) {
  const { orderNo, waybillNo } = order;
  return { hidden: hiddenParts(receiverOf(order)), kept: [orderNo, waybillNo].filter(Boolean) };
}

/** The part of an order's free text that everyone may read: without persons. */
export function withoutPersons(order: Order): Order {
  const context = textContextOf(order);
  const shown = (text: string) => redactText(text, context);
  return {
    ...order,
    goodsText: shown(order.goodsText),
    buyerRemark: shown(order.buyerRemark),
    sellerRemark: shown(order.sellerRemark),
    holdNote: shown(order.holdNote),
    ...saleWithoutPersons(order, shown),
    itemsJson: JSON.stringify(itemsOf(order).map((item) => withoutPerson(item, shown))),
  };
}

function withoutPerson(item: OrderItem, shown: (text: string) => string): OrderItem {
  return { ...item, name: shown(item.name), sku: shown(item.sku), skuCode: shown(item.skuCode) };
}

export function itemsOf(order: Pick<Order, 'itemsJson'>): readonly OrderItem[] {
  return itemsJson.read(order.itemsJson);
}

/** Unreadable complaints count as one complaint: the order still waits for a person. */
const unreadable: readonly OrderComplaint[] = [
  { code: 'RECORD_UNREADABLE', field: '', params: { record: 'complaints_json' } },
];

export function complaintsOf(order: Pick<Order, 'complaintsJson'>): readonly OrderComplaint[] {
  return order.complaintsJson === '[]' ? [] : complaintsJson.readOr(order.complaintsJson, unreadable);
}

/** An order's stored complaints; the first is shown in the order table. */
export function complaintColumnsOf(complaints: readonly OrderComplaint[]) {
  return { complaintsJson: JSON.stringify(complaints), errorCode: complaints[0]?.code ?? '' };
}

/** A failure as the order shows it. */
export function complaintOf({ code, params = {} }: Pick<Failure, 'code' | 'params'>): OrderComplaint {
  return { code, field: String(params.field ?? ''), params };
}

/** Refuses because of the order's state; for a packed one with what to do. */
export function stateRefuses({ orderNo, state }: { readonly orderNo: string; readonly state: string }) {
  return state === 'packed'
    ? failure('ORDER_PACKED', { orderNo })
    : failure('ORDER_STATE_REFUSES', { orderNo, orderState: state });
}

/** A box of it is packed under its number: that box must be opened first. null: none is. */
export async function refusePacked(
  { packedParcels }: Pick<Repositories, 'packedParcels'>,
  { id, orderNo, state }: Pick<Order, 'id' | 'orderNo' | 'state'>,
): Promise<Failure | null> {
  const boxes = state === 'packed' || state === 'booked' ? await packedParcels.ofOrder(id) : [];
  return boxes.some((box) => box.state === 'closed') ? failure('ORDER_PACKED', { orderNo }) : null;
}

export function goodsTextOf(items: readonly OrderItem[]): string {
  return items.map((item) => `${articleName(item)}×${item.quantity}`).join('; ');
}

/** Goods as an order keeps them. */
export function itemColumnsOf(items: readonly OrderItem[]) {
  return {
    itemsJson: JSON.stringify(items),
    goodsText: goodsTextOf(items),
    quantity: items.reduce((sum, item) => sum + item.quantity, 0),
  };
}

/** Remarks of several rows or orders in one. */
export function distinct(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0] ?? '';
  return [...new Set(texts.filter((text) => text !== ''))].join('; ');
}

/**
 * The original columns, as stored with the order: most files fill a few of the twelve, and 100,000 orders are many. Written by name,
 * because JSON omits undefined, and filling a record in a loop takes the engine twice as long.
 */
export function writeReceiverColumns(columns: ReceiverColumns): string {
  const filled: { readonly [Name in keyof ReceiverColumns]: string | undefined } = {
    name: columns.name || undefined,
    phone: columns.phone || undefined,
    tel: columns.tel || undefined,
    extension: columns.extension || undefined,
    province: columns.province || undefined,
    city: columns.city || undefined,
    district: columns.district || undefined,
    town: columns.town || undefined,
    region: columns.region || undefined,
    address: columns.address || undefined,
    oneLine: columns.oneLine || undefined,
    postcode: columns.postcode || undefined,
  };
  return JSON.stringify(filled);
}

export function readReceiverColumns(json: string): ReceiverColumns {
  return { ...emptyReceiverColumns, ...receiverColumnsJson.read(json) };
}

/** The receiver as the file or message wrote it, in one text. Orders from before keep it beside their columns. */
export function receiverTextOf(order: Pick<Order, 'receiverText' | 'receiverColumnsJson'>): string {
  if (order.receiverText !== '') return order.receiverText;
  const columns: Partial<ReceiverColumns> = receiverColumnsJson.readOr(order.receiverColumnsJson, {});
  return receiverColumnOrder
    .map((name) => columns[name]?.trim() ?? '')
    .filter((text) => text !== '')
    .join(' ');
}

type Identity = Pick<Order, 'orderNo' | 'orderKey' | 'contentHash'>;

/**
 * What the order code takes where the number alone cannot be one. A number that is the only one of its kind needs its
 * identity alone, and keeps its code whatever its row says later; the others need their content too.
 */
export function orderFingerprint({ orderNo, orderKey, contentHash }: Identity): string {
  const text = isStrongOrderNo(orderNo) ? orderKey : `${orderKey}\n${contentHash}`;
  return createHash('sha256').update(text).digest('hex');
}

/** The code of an order's first booking, as it stands now. */
export function firstCodeOf(order: Identity): string {
  return orderCodeFor(order.orderNo, orderFingerprint(order), 1);
}

type Receiver = Omit<ReturnType<typeof receiverColumnsOf>, 'receiverPhoneTail'> &
  Pick<Order, 'source' | 'shop'>;

/** `姓名[1234]`: the extension of a relay number, once more. */
const extensionMark = /[[(【（]\d{2,6}[\])】）]/g;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(extensionMark, '')
    .replace(/[\s\p{P}]/gu, '');
}

/** Where it goes. A town repeated at the start of the detail, or left out of it, is the same place. */
function placeOf(receiver: Receiver): string {
  const town = plain(receiver.town);
  const detail = plain(receiver.detail);
  const street = town !== '' && detail.startsWith(town) ? detail.slice(town.length) : detail;
  return [plain(receiver.province), plain(receiver.city), plain(receiver.district), street].join('|');
}

export function isMaskedReceiver(receiver: Receiver): boolean {
  return (
    maskOfName(receiver.receiverName) !== null ||
    maskOfPhone(receiver.receiverPhone) !== null ||
    maskOfAddress(receiver.detail) !== null
  );
}

/** A relay number serves the orders of one platform and shop only; empty: the number is the receiver's own. */
export function relayChannelOf(receiver: Receiver): string {
  return receiver.receiverExtension === '' ? '' : `${receiver.source} ${receiver.shop}`;
}

/**
 * Orders with the same key may travel together; null: nobody can tell who this is. A relay number is shared by many
 * people, so that with one the name must agree too, whatever the level.
 */
export function recipientKey(receiver: Receiver, level: MergeLevel): string | null {
  if (isMaskedReceiver(receiver) || receiver.receiverPhone === '') return null;
  const channel = relayChannelOf(receiver);
  const isByName = level === 'exact' || channel !== '';
  const name = isByName ? plain(receiver.receiverName) : '';
  return [channel, plain(receiver.receiverPhone), name, placeOf(receiver)].join('\n');
}
