import { readShopDate, readShopMinute } from '../../rules/shopTime.ts';
import type { OrderComplaint } from '../order.ts';

/** What the shop's platform says of an order; a newer file that says otherwise has the last word. */
const ofPlatform: ReadonlySet<string> = new Set([
  'IMPORT_REFUND_OPEN',
  'IMPORT_HELD',
  'IMPORT_STATUS_WAITING',
]);

const ofPeople: ReadonlySet<string> = new Set([
  'IMPORT_STATUS_UNKNOWN',
  'IMPORT_PRESALE',
  'IMPORT_SHIP_LATER',
  'IMPORT_NOTE_SAYS_WAIT',
  'IMPORT_BUYER_SAYS_WAIT',
  'IMPORT_SHIP_TOGETHER',
  'IMPORT_TOGETHER_WITH',
  'IMPORT_SAME_ROW',
  'IMPORT_NOT_BY_COURIER',
  'IMPORT_NOT_GOODS',
]);

/** Questions whether an order may leave at all: no receiver, however right, answers them. */
export const asksToShip = ({ code }: OrderComplaint): boolean => ofPlatform.has(code) || ofPeople.has(code);

/** 两单一起发: whoever joins the orders has answered it. */
export const asksToJoin = ({ code }: OrderComplaint): boolean =>
  code === 'IMPORT_SHIP_TOGETHER' || code === 'IMPORT_TOGETHER_WITH';

export const isSaidByPlatform = ({ code }: OrderComplaint): boolean => ofPlatform.has(code);

/** Has the day come for which an order waits? */
export function hasDayCome({ code, params = {} }: OrderComplaint, now: number): boolean {
  if (code !== 'IMPORT_SHIP_LATER') return false;
  const date = String(params.date ?? '');
  const at = readShopMinute(date) ?? readShopDate(date);
  return at !== null && at <= now;
}
