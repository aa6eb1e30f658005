import type { OrderComplaint, OrderItem } from '../../shared/domain/order.ts';
import type { Party } from '../../shared/domain/party.ts';
import type { OrdersTable } from '../store/schema.ts';

/** The receiver as stored with the order. */
export function receiverOf(order: OrdersTable): Party {
  return {
    name: order.receiver_name,
    phone: order.receiver_phone,
    extension: order.receiver_extension,
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
  OrdersTable,
  | 'receiver_name'
  | 'receiver_phone'
  | 'receiver_phone_tail'
  | 'receiver_extension'
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'detail'
> {
  return {
    receiver_name: receiver.name,
    receiver_phone: receiver.phone,
    receiver_phone_tail: phoneTail(receiver.phone),
    receiver_extension: receiver.extension,
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

export function itemsOf(order: OrdersTable): readonly OrderItem[] {
  return JSON.parse(order.items_json) as readonly OrderItem[];
}

export function complaintsOf(order: OrdersTable): readonly OrderComplaint[] {
  return JSON.parse(order.complaints_json) as readonly OrderComplaint[];
}

export function goodsTextOf(items: readonly OrderItem[]): string {
  return items
    .map((item) => `${[item.name, item.sku].filter((text) => text !== '').join(' ')}×${item.quantity}`)
    .join('; ');
}
