import type { PackStop } from '../../../../shared/domain/packing/packStops.ts';

/**
 * How the big state looks, read across the room. `halt`: this must not leave · `wrong`: what is in the hand is not right ·
 * `other`: somebody else, or another place, decides · `again`: nothing was understood, do it once more · `unsure`: nobody knows
 * whether it happened · `moving`, `good`, `ready`: no stop.
 */
export type BenchLook = 'halt' | 'wrong' | 'other' | 'again' | 'unsure' | 'moving' | 'good' | 'ready';

const looks: Readonly<Record<PackStop, BenchLook>> = {
  refunded: 'halt',
  cancelled: 'halt',
  held: 'halt',
  'bench-held': 'halt',
  left: 'halt',
  voided: 'halt',
  'wrong-label': 'halt',
  'already-packed': 'wrong',
  unfinished: 'wrong',
  'wrong-item': 'wrong',
  'extra-item': 'wrong',
  'same-unit': 'wrong',
  'other-carrier': 'wrong',
  'not-packed': 'wrong',
  'on-other-list': 'wrong',
  'items-missing': 'wrong',
  'weight-off': 'wrong',
  printer: 'wrong',
  'open-elsewhere': 'other',
  'taken-over': 'other',
  changed: 'other',
  'goods-doubt': 'other',
  'wrong-bench': 'other',
  'other-shop': 'other',
  masked: 'other',
  regrouped: 'other',
  'not-here': 'other',
  'no-number': 'other',
  'already-printed': 'other',
  unknown: 'again',
  several: 'again',
  glued: 'again',
  half: 'again',
  'nothing-open': 'again',
  'no-order': 'again',
  'list-done': 'again',
  'no-weight': 'again',
  'weight-moving': 'again',
  'weight-old': 'again',
  'weight-carried': 'again',
  'nothing-to-do': 'again',
  unsure: 'unsure',
  'label-unsure': 'unsure',
};

export const lookOfStop = (stop: PackStop): BenchLook => looks[stop];
