import type { MergeLevel } from '../../../shared/domain/orderChange.ts';
import { maskOfAddress, maskOfName, maskOfPhone } from '../../imports/kit/maskOfText.ts';
import type { Order } from '../../store/schema.ts';

type Receiver = Pick<
  Order,
  | 'receiverName'
  | 'receiverPhone'
  | 'receiverExtension'
  | 'province'
  | 'city'
  | 'district'
  | 'town'
  | 'detail'
  | 'source'
  | 'shop'
>;

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
