import type { OrderWishes } from '../../../shared/domain/intake/orderWishes.ts';
import type { SaleFacts } from '../../../shared/domain/intake/saleFacts.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { maskName } from '../../../shared/rules/mask.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import { hiddenParts, redactText } from '../../privacy/redactText.ts';
import { bookingJson, bookingRequestJson, pickupRequestJson } from '../../store/booking/bookingJson.ts';
import { itemsJson, saleJson, wishesJson } from '../../store/orders/orderJson.ts';
import { labelDocumentJson } from '../../store/printing/printJson.ts';
import type { Order } from '../../store/schema.ts';
import { receiverOf } from '../orders/order.ts';
import { writeWishes } from '../orders/wishes.ts';

/** What remains of a person: the first character of the name, and the destination down to the district. */
function withoutPerson<P extends Partial<Party>>(party: P): P {
  return { ...party, name: maskName(party.name ?? ''), phone: '', extension: '', town: '', detail: '' };
}

/** Free text without persons. */
function textWithout(order: Order): (text: string) => string {
  const { buyer, town, detail, orderNo, waybillNo } = order;
  const whole = [buyer, detail, town + detail].filter((part) => part.length > 1);
  const hidden = [...hiddenParts(receiverOf(order)), ...whole];
  return (text) => redactText(text, { hidden, kept: [orderNo, waybillNo].filter((no) => no !== '') });
}

function itemsWithout(order: Order, json: string): string {
  const without = textWithout(order);
  const items = itemsJson.readOr(json, []);
  return itemsJson.write(
    items.map((item) => ({ ...item, name: without(item.name), sku: without(item.sku) })),
  );
}

/** The columns of an order that name, reach or describe a person, after erasure. */
export function orderWithout(order: Order): Partial<Order> {
  const wished: OrderWishes = wishesJson.readOr(order.wishesJson || '{}', {});
  const sold: Omit<SaleFacts, 'buyer' | 'originalNo'> = saleJson.readOr(order.saleJson || '{}', {});
  const { sender, returnSlip: _slip, ...wishes } = wished;
  const { oaid: _oaid, ...sale } = sold;
  const kept = sender === undefined ? wishes : { ...wishes, sender: withoutPerson(sender) };
  return {
    receiverName: maskName(order.receiverName),
    receiverPhone: '',
    receiverPhoneTail: '',
    receiverExtension: '',
    receiverText: '',
    receiverColumnsJson: '{}',
    town: '',
    detail: '',
    itemsJson: itemsWithout(order, order.itemsJson),
    goodsText: textWithout(order)(order.goodsText),
    buyerRemark: '',
    sellerRemark: '',
    buyer: '',
    holdNote: '',
    complaintsJson: '[]',
    addressKey: order.id,
    wishesJson: order.wishesJson === '' ? '' : writeWishes(kept),
    saleJson: order.saleJson === '' ? '' : saleJson.write(sale),
  };
}

export const partWithout = (order: Order, json: string): string => itemsWithout(order, json);

/** Only fields named here remain of a frozen request: a later version may add personal ones. */
function requestWithout(order: Order, json: string): Readonly<Record<string, unknown>> | null {
  const request = bookingRequestJson.readOr(json, null);
  if (request === null) return null;
  const without = textWithout(order);
  const { orderCode, carrier, weightGrams, parcelCount, codAmountFen, insuredValueFen } = request;
  const { payment, product, volumeCm3, sizeMm, parcels, pickupWindow, templateSize } = request;
  return {
    orderCode,
    carrier,
    sender: withoutPerson(request.sender),
    receiver: withoutPerson(request.receiver),
    goods: request.goods.map((goods) => ({ ...goods, name: without(goods.name) })),
    weightGrams,
    parcelCount,
    codAmountFen,
    insuredValueFen,
    remark: '',
    ...definedIn({ payment, product, volumeCm3, sizeMm, parcels, pickupWindow, templateSize }),
  };
}

export const bookingRequestWithout = (order: Order, json: string): string =>
  JSON.stringify(requestWithout(order, json) ?? {});

export function pickupRequestWithout(order: Order, json: string): string {
  const kind = pickupRequestJson.readOr(json, null)?.pickupKind;
  return JSON.stringify({ ...requestWithout(order, json), ...definedIn({ pickupKind: kind }) });
}

/** Keeps a booking's numbers and codes; the carrier's label, drawn for one receiver, is removed. */
export function bookingWithout(json: string | null): string | null {
  const booking = json === null ? null : bookingJson.readOr(json, null);
  if (booking === null) return null;
  const { waybillNo, childWaybillNos, sortCode, packageCode, packageName, originName, destinationName } =
    booking;
  const { platformRef, receiptWaybillNo, machineSortCode, originCode, destinationCode } = booking;
  const { destinationCentre, expectedDate } = booking;
  const codes = { machineSortCode, originCode, destinationCode, destinationCentre, expectedDate };
  return JSON.stringify({
    waybillNo,
    sortCode,
    packageCode,
    packageName,
    originName,
    destinationName,
    platformRef,
    templateHtml: '',
    ...definedIn({ childWaybillNos, receiptWaybillNo, ...codes }),
  });
}

/** A label in the record of labels: which number, when, how often; empty: it was never drawn. */
export function labelWithout(order: Order, json: string): string {
  const document = labelDocumentJson.readOr(json, null);
  if (document === null) return json === '' ? '' : '{}';
  const without = textWithout(order);
  const { privacy: _, ...withoutPrivacy } = document;
  return labelDocumentJson.write({
    ...withoutPrivacy,
    sender: { ...document.sender, name: maskName(document.sender.name), phone: '', detail: '' },
    receiver: { ...document.receiver, name: maskName(document.receiver.name), phone: '', detail: '' },
    goods: document.goods.map((goods) => ({ ...goods, name: without(goods.name) })),
    remark: '',
  });
}
