import type { Party } from '../../../shared/domain/party.ts';
import type { MemoryKeys } from '../../store/correcting/learnedRepository.ts';
import type { Order } from '../../store/schema.ts';
import { receiverOf } from '../orders/orderRow.ts';
import { readReceiverColumns } from '../orders/receiverColumns.ts';
import { addressKey } from './addressKey.ts';

/** Digests under which an order's receiver is remembered and found again. */
export function memoryKeysOf(order: Order): MemoryKeys {
  const { province, city, district, town, region, address, oneLine } = readReceiverColumns(
    order.receiverColumnsJson,
  );
  return {
    textKey: textKeyOf(order),
    addressKey: addressKey(province, city, district, town, region, address, oneLine),
    contactKey: contactKeyOf(receiverOf(order)),
  };
}

/** Of the whole receiver as the file wrote it. Empty for a text that stars make the text of many people. */
export function textKeyOf({ receiverText: text }: Pick<Order, 'receiverText'>): string {
  return /[*＊]/u.test(text) ? '' : addressKey(text);
}

/** Phone and extension: a virtual number without its extension is shared by thousands. */
export function contactKeyOf({ phone, extension }: Party): string {
  const digits = phone.replace(/\D/g, '');
  return digits === '' ? '' : addressKey(`${digits}-${extension}`);
}

/** Of everything that was accepted: two receivers for one text are two things learned. */
export function receiverKeyOf(receiver: Party): string {
  const { name, phone, extension, province, city, district, town, detail } = receiver;
  return addressKey(name, phone, extension, province, city, district, town, detail);
}
