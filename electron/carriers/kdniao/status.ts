import { type Status, statusTable } from '../kit/trackEvents.ts';

/** State and StateEx: the vendor's StateEx table, cross-checked with two public clients. */
const statusOf = statusTable([
  ['0', 'none'],
  ['1', 'collected'],
  ['10', 'awaiting-collection'],
  ['2', 'in-transit'],
  ['201', 'destination'],
  ['202', 'delivering'],
  ['204', 'in-transit'],
  ['205', 'destination'],
  ['206', 'in-transit'],
  ['211', 'locker'],
  ['3', 'signed'],
  ['301', 'signed'],
  ['302', 'signed'],
  ['304', 'signed'],
  ['311', 'signed'],
  ['4', 'problem', 'problem'],
  ['401', 'problem', 'no-news'],
  ['402', 'problem', 'not-signed'],
  ['403', 'problem', 'not-updated'],
  ['404', 'returning', 'refused'],
  ['405', 'problem', 'delivery-failed'],
  ['406', 'returned'],
  ['407', 'returning', 'return-not-signed'],
  ['412', 'problem', 'locker-overdue'],
  ['413', 'cancelled', 'intercepted'],
  ['414', 'problem', 'damaged'],
  ['415', 'cancelled', 'sender-cancelled'],
  ['416', 'problem', 'unreachable'],
  ['417', 'problem', 'delayed'],
  ['418', 'problem', 'removed-from-locker'],
  ['419', 'problem', 'redelivery'],
  ['420', 'problem', 'address-incomplete'],
  ['421', 'problem', 'phone-wrong'],
  ['422', 'problem', 'missorted'],
  ['423', 'problem', 'out-of-area'],
  ['425', 'returning', 'returning'],
  ['5', 'in-transit'],
  ['6', 'customs'],
  ['601', 'customs'],
  ['602', 'customs'],
  ['603', 'customs'],
  ['604', 'customs', 'customs-exception'],
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
