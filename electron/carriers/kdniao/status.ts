import { type Status, statusTable } from '../kit/trackEvents.ts';

/**
 * State and StateEx: the vendor's StateEx table, cross-checked with two public clients; 22x, 305 to 307, 424 to 430, 605
 * and 606 are of parcels across borders, from one of them.
 */
export const statusOf = statusTable([
  ['none', ['0']],
  ['awaiting-collection', ['10']],
  ['collected', ['1']],
  ['in-transit', ['2', '204', '206', '220', '221', '5']],
  ['destination', ['201', '205', '222', '223', '224']],
  ['delivering', ['202']],
  ['locker', ['211']],
  ['signed', ['3', '301', '302', '304', '305', '306', '307', '311']],
  ['problem', ['4'], 'problem'],
  ['problem', ['401'], 'no-news'],
  ['problem', ['402'], 'not-signed'],
  ['problem', ['403'], 'not-updated'],
  ['problem', ['405'], 'delivery-failed'],
  ['problem', ['412'], 'locker-overdue'],
  ['problem', ['414'], 'damaged'],
  ['problem', ['416'], 'unreachable'],
  ['problem', ['417'], 'delayed'],
  ['problem', ['418'], 'removed-from-locker'],
  ['problem', ['419'], 'redelivery'],
  ['problem', ['420'], 'address-incomplete'],
  ['problem', ['421'], 'phone-wrong'],
  ['problem', ['422'], 'missorted'],
  ['problem', ['423'], 'out-of-area'],
  ['problem', ['424'], 'unclaimed'],
  ['problem', ['426'], 'lost'],
  ['problem', ['427'], 'violation'],
  ['returning', ['404'], 'refused'],
  ['returning', ['407'], 'return-not-signed'],
  ['returning', ['425'], 'returning'],
  // Stopped for its sender: it comes back, and only 406 ends that.
  ['returning', ['413'], 'intercepted'],
  ['returned', ['406']],
  ['cancelled', ['415', '430'], 'sender-cancelled'],
  ['customs', ['6', '601', '602', '603', '605']],
  ['customs', ['604'], 'customs-exception'],
  ['customs', ['606'], 'customs-fee'],
]);

/**
 * Our state for a State, StateEx or Action. A code newer than the table counts as its group (its first digit), since
 * the vendor numbers that way; except that nothing unknown is ever taken as signed. null: says nothing.
 */
export function statusFromWire(code: string): Status | null {
  const known = statusOf.get(code);
  if (known !== undefined) return known;
  if (!/^[1-6]\d{2}$/.test(code) || code.startsWith('3')) return null;
  return statusOf.get(code.slice(0, 1)) ?? null;
}
