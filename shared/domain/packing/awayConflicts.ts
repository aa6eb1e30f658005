import type { ErrorCode } from '../../errors/catalogue.ts';

/** What the book had become of a parcel that a bench packed while the server was away. */
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
  unreadable: 'AWAY_UNREADABLE',
  'not-brought': 'AWAY_NOT_BROUGHT',
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type AwayConflict = keyof typeof codes;

export const awayConflicts = Object.keys(codes) as readonly AwayConflict[];

export const codeOfConflict = (conflict: AwayConflict): ErrorCode => codes[conflict];
