import type { ErrorCode } from '../../errors/catalogue.ts';
import { keysOf } from '../../rules/typedRecord.ts';

/** What the book did not bear of what a bench did while the server was away: parcels it packed or handed over, orders it changed, files it read. */
const codes = {
  gone: 'AWAY_ORDER_GONE',
  refunded: 'AWAY_REFUNDED',
  cancelled: 'AWAY_CANCELLED',
  held: 'AWAY_HELD',
  regrouped: 'AWAY_REGROUPED',
  left: 'AWAY_LEFT',
  'packed-elsewhere': 'AWAY_PACKED_ELSEWHERE',
  'open-elsewhere': 'AWAY_OPEN_ELSEWHERE',
  'other-number': 'AWAY_OTHER_NUMBER',
  'other-goods': 'AWAY_OTHER_GOODS',
  changed: 'AWAY_CHANGED',
  'same-unit': 'AWAY_SAME_UNIT',
  'two-labels': 'AWAY_TWO_LABELS',
  'label-twice': 'AWAY_LABEL_TWICE',
  unreadable: 'AWAY_UNREADABLE',
  'not-brought': 'AWAY_NOT_BROUGHT',
  'edit-gone': 'AWAY_EDIT_GONE',
  'edit-changed': 'AWAY_EDIT_CHANGED',
  'edit-refused': 'AWAY_EDIT_REFUSED',
  'edit-not-brought': 'AWAY_EDIT_NOT_BROUGHT',
  'left-stopped': 'AWAY_LEFT_STOPPED',
  'on-other-list': 'AWAY_ON_OTHER_LIST',
  'list-signed-twice': 'AWAY_LIST_SIGNED_TWICE',
  'list-not-brought': 'AWAY_LIST_NOT_BROUGHT',
  'import-changed': 'AWAY_IMPORT_CHANGED',
  'import-refused': 'AWAY_IMPORT_REFUSED',
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type AwayConflict = keyof typeof codes;

export const awayConflicts: readonly AwayConflict[] = keysOf(codes);

export const codeOfConflict = (conflict: AwayConflict): ErrorCode => codes[conflict];

const ofChanges: readonly AwayConflict[] = ['edit-gone', 'edit-changed', 'edit-refused', 'edit-not-brought'];

/** It is about a change of an order, not about a parcel. */
export const isOfChange = (conflict: AwayConflict): boolean => ofChanges.includes(conflict);

const ofLists: readonly AwayConflict[] = [
  'left-stopped',
  'on-other-list',
  'list-signed-twice',
  'list-not-brought',
];

/** It is about what a courier has signed for. */
export const isOfList = (conflict: AwayConflict): boolean => ofLists.includes(conflict);

/** Both versions are known, and the bench's may still be taken. */
export const hasTwoVersions = (conflict: AwayConflict): boolean =>
  conflict === 'edit-changed' || conflict === 'edit-refused';
