import type { BillClass } from '../../../../shared/domain/bills/bill.ts';
import type { Tone } from '../../../parts/StateMark.tsx';

/** How a class is marked: money that should not be paid, nobody knows, or all is well. */
const tones: Readonly<Record<BillClass, Tone>> = {
  matched: 'done',
  remitted: 'done',
  unchecked: 'waiting',
  weight: 'failed',
  price: 'failed',
  'weight-price': 'failed',
  voided: 'failed',
  unused: 'failed',
  'wrong-carrier': 'failed',
  double: 'failed',
  foreign: 'failed',
  unreadable: 'waiting',
  missing: 'waiting',
};

export const classTone = (name: BillClass): Tone => tones[name];

export function periodText({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }): string {
  if (fromDay === '') return '–';
  return fromDay === toDay
    ? fromDay
    : `${fromDay} – ${toDay.slice(0, 4) === fromDay.slice(0, 4) ? toDay.slice(5) : toDay}`;
}
