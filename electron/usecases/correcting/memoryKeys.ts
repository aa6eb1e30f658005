import { createHash } from 'node:crypto';
import type { Party } from '../../../shared/domain/party.ts';
import type { MemoryKeys } from '../../store/correcting/learnedRepository.ts';
import type { Order } from '../../store/schema.ts';
import { readReceiverColumns, receiverOf, receiverTextOf } from '../orders/order.ts';

/** Digests under which an order's receiver is remembered and found again. */
export function memoryKeysOf(order: Order): MemoryKeys {
  const { province, city, district, town, region, address, oneLine } = readReceiverColumns(
    order.receiverColumnsJson,
  );
  return {
    textKey: textKeyOf(order),
    addressKey: textDigest(province, city, district, town, region, address, oneLine),
    contactKey: contactKeyOf(receiverOf(order)),
  };
}

/** The key of the whole receiver as the file wrote it. Empty for a masked text, which may be the text of many people. */
export function textKeyOf(order: Pick<Order, 'receiverText' | 'receiverColumnsJson'>): string {
  const text = receiverTextOf(order);
  return /[*＊]/u.test(text) ? '' : textDigest(text);
}

/** Phone and extension: a virtual number without its extension is shared by thousands. */
export function contactKeyOf({ phone, extension }: Pick<Party, 'phone' | 'extension'>): string {
  const digits = phone.replace(/\D/g, '');
  return digits === '' ? '' : textDigest(`${digits}-${extension}`);
}

/** The key of everything that was accepted: two receivers for one text are two things learned. */
export function receiverKeyOf(receiver: Party): string {
  const { name, phone, extension, province, city, district, town, detail } = receiver;
  return textDigest(name, phone, extension, province, city, district, town, detail);
}

/** Half-width and small; a space stays only where it keeps two numbers or words apart (3 12室 is not 31 2室). */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<![a-z0-9]) | (?![a-z0-9])/gu, '');
}

/** Digest by which equal texts find each other; 128 bits, so that two texts never share one by chance. Empty stays empty. */
export function textDigest(...texts: readonly string[]): string {
  const parts = texts.map(comparableText);
  if (parts.every((part) => part === '')) return '';
  return createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex').slice(0, 32);
}
