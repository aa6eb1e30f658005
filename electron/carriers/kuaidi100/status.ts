import { type Status, statusTable } from '../kit/trackEvents.ts';

/** State and its finer codes: the vendor's query page; 201 to 210 are widely cited but not read there. */
const statusOf = statusTable([
  ['0', 'in-transit'],
  ['1001', 'destination'],
  ['1002', 'in-transit'],
  ['1003', 'in-transit'],
  ['1', 'collected'],
  ['101', 'awaiting-collection'],
  ['102', 'awaiting-collection'],
  ['103', 'collected'],
  ['5', 'delivering'],
  ['501', 'locker'],
  ['3', 'signed'],
  ['301', 'signed'],
  ['302', 'signed'],
  ['303', 'signed'],
  ['304', 'signed'],
  ['6', 'returning', 'returning'],
  ['4', 'returned'],
  ['401', 'cancelled', 'sender-cancelled'],
  ['14', 'returning', 'refused'],
  ['7', 'in-transit'],
  ['2', 'problem', 'problem'],
  ['201', 'problem', 'not-signed'],
  ['202', 'problem', 'not-updated'],
  ['203', 'returning', 'refused'],
  ['204', 'problem', 'delivery-failed'],
  ['205', 'problem', 'locker-overdue'],
  ['206', 'problem', 'unreachable'],
  ['207', 'problem', 'out-of-area'],
  ['208', 'problem', 'delayed'],
  ['209', 'problem', 'damaged'],
  ['210', 'cancelled', 'sender-cancelled'],
  ['8', 'customs'],
  ['10', 'customs'],
  ['11', 'customs'],
  ['12', 'customs'],
  ['13', 'customs', 'customs-exception'],
]);

/**
 * Our state for a state or statusCode. A code newer than the table counts as its group (three digits: the first; 10xx:
 * on the way), except that nothing unknown is ever taken as signed or returned. null: says nothing.
 */
export function statusFromWire(code: string): Status | null {
  const known = statusOf.get(code);
  if (known !== undefined) return known;
  if (/^10\d\d$/.test(code)) return statusOf.get('0') ?? null;
  return /^[125]\d\d$/.test(code) ? (statusOf.get(code.slice(0, 1)) ?? null) : null;
}
