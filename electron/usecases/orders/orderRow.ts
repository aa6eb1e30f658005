import type { OrderComplaint, OrderItem } from '../../../shared/domain/order.ts';
import type { Party } from '../../../shared/domain/party.ts';
import type { Order } from '../../store/schema.ts';

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
export function receiverColumnsOf(
  receiver: Party,
): Pick<
  Order,
  | 'receiverName'
  | 'receiverPhone'
  | 'receiverPhoneTail'
  | 'receiverExtension'
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'detail'
> {
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

export function phoneTail(phone: string): string {
  return phone.replace(/\D/g, '').slice(-4);
}

export function itemsOf(order: Order): readonly OrderItem[] {
  return JSON.parse(order.itemsJson) as readonly OrderItem[];
}

export function complaintsOf(order: Order): readonly OrderComplaint[] {
  return JSON.parse(order.complaintsJson) as readonly OrderComplaint[];
}

export function goodsTextOf(items: readonly OrderItem[]): string {
  return items
    .map((item) => `${[item.name, item.sku].filter((text) => text !== '').join(' ')}×${item.quantity}`)
    .join('; ');
}
