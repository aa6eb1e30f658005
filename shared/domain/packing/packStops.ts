import type { ErrorCode } from '../../errors/catalogue.ts';
import { keysOf } from '../../rules/typedRecord.ts';

/**
 * `stop`: nothing was changed, the packer must look · `notice`: it went on, and this must be known. Each has its own sound, colour,
 * word and sentence.
 */
export type StopWeight = 'stop' | 'notice';

interface StopFacts {
  readonly code: ErrorCode;
  readonly weight: StopWeight;
  /** Somebody with the right may open the parcel all the same; taking it over from another bench wants a reason alone. */
  readonly mayOverride: boolean;
}

const stop = (code: ErrorCode): StopFacts => ({ code, weight: 'stop', mayOverride: false });
const overridable = (code: ErrorCode): StopFacts => ({ code, weight: 'stop', mayOverride: true });
const notice = (code: ErrorCode): StopFacts => ({ code, weight: 'notice', mayOverride: false });

const stops = {
  refunded: stop('PACK_REFUNDED'),
  cancelled: stop('PACK_CANCELLED'),
  held: stop('PACK_HELD'),
  'open-elsewhere': overridable('PACK_OPEN_ELSEWHERE'),
  'taken-over': stop('PACK_TAKEN_OVER'),
  'bench-held': overridable('PACK_BENCH_HELD'),
  changed: overridable('PACK_CHANGED'),
  'goods-doubt': stop('PACK_GOODS_DOUBT'),
  'wrong-bench': overridable('PACK_WRONG_BENCH'),
  'other-shop': overridable('PACK_OTHER_SHOP'),
  'already-packed': stop('PACK_ALREADY_PACKED'),
  'already-printed': notice('PACK_ALREADY_PRINTED'),
  left: stop('PACK_LEFT'),
  masked: stop('PACK_MASKED'),
  'no-number': notice('PACK_NO_NUMBER'),
  unsure: notice('PACK_UNSURE'),
  'label-unsure': stop('PACK_LABEL_UNSURE'),
  voided: stop('PACK_NUMBER_GIVEN_BACK'),
  regrouped: stop('PACK_REGROUPED'),
  unknown: stop('PACK_CODE_UNKNOWN'),
  'not-here': stop('PACK_NOT_AT_THIS_BENCH'),
  several: stop('PACK_CODE_SEVERAL'),
  glued: stop('PACK_CODES_GLUED'),
  half: stop('PACK_CODE_HALF'),
  'nothing-open': stop('PACK_NOTHING_OPEN'),
  'no-order': stop('PACK_NO_ORDER_FOR_GOODS'),
  'list-done': stop('PACK_LIST_DONE'),
  unfinished: stop('PACK_UNFINISHED'),
  'wrong-item': stop('PACK_WRONG_ITEM'),
  'extra-item': stop('PACK_EXTRA_ITEM'),
  'same-unit': stop('PACK_SAME_UNIT'),
  'items-missing': stop('PACK_ITEMS_MISSING'),
  'wrong-label': stop('PACK_WRONG_LABEL'),
  'no-weight': stop('PACK_NO_WEIGHT'),
  'weight-moving': stop('PACK_WEIGHT_MOVING'),
  'weight-old': stop('PACK_WEIGHT_OLD'),
  'weight-carried': stop('PACK_WEIGHT_CARRIED'),
  'weight-off': overridable('PACK_WEIGHT_OFF'),
  printer: stop('PACK_PRINTER'),
  'other-carrier': stop('PACK_OTHER_CARRIER'),
  'not-packed': stop('PACK_NOT_PACKED'),
  'on-other-list': stop('PACK_ON_OTHER_LIST'),
  'nothing-to-do': stop('PACK_NOTHING_TO_DO'),
} as const satisfies Readonly<Record<string, StopFacts>>;

export type PackStop = keyof typeof stops;

export const packStops: readonly PackStop[] = keysOf(stops);

export const stopFacts = (kind: PackStop): StopFacts => stops[kind];
