import { type Status, statusTable } from '../kit/trackEvents.ts';

/** State and its finer codes: the vendor's query page; 201 to 210 are widely cited but not read there. */
export const statusOf = statusTable([
  ['awaiting-collection', ['101', '102']],
  ['collected', ['1', '103']],
  ['in-transit', ['0', '1002', '1003', '7']],
  ['destination', ['1001']],
  ['delivering', ['5']],
  ['locker', ['501']],
  ['signed', ['3', '301', '302', '303', '304']],
  ['problem', ['2'], 'problem'],
  ['problem', ['201'], 'not-signed'],
  ['problem', ['202'], 'not-updated'],
  ['problem', ['204'], 'delivery-failed'],
  ['problem', ['205'], 'locker-overdue'],
  ['problem', ['206'], 'unreachable'],
  ['problem', ['207'], 'out-of-area'],
  ['problem', ['208'], 'delayed'],
  ['problem', ['209'], 'damaged'],
  ['returning', ['6'], 'returning'],
  ['returning', ['14', '203'], 'refused'],
  ['returned', ['4']],
  ['cancelled', ['401', '210'], 'sender-cancelled'],
  ['customs', ['8', '10', '11', '12']],
  ['customs', ['13'], 'customs-exception'],
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
