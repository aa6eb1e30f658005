import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BookedParcel,
  judgeReplay,
  type LeftParcel,
} from '../../../../../../electron/usecases/workstations/away/judgeReplay.ts';
import { orderStates } from '../../../../../../shared/domain/order.ts';
import { packStates } from '../../../../../../shared/domain/packing/packing.ts';

const left: LeftParcel = {
  state: 'closed',
  hasLeft: false,
  waybillNo: 'W1',
  goods: 'tea',
  isPassed: false,
  units: [],
};
const book: BookedParcel = {
  state: 'booked',
  isRefunded: false,
  isHeld: false,
  isChanged: false,
  waybillNo: 'W1',
  goods: 'tea',
  packState: null,
  isElsewhere: false,
  isDone: false,
  takenUnits: [],
};
const conflict = (change: Partial<BookedParcel>, of: Partial<LeftParcel> = {}) =>
  judgeReplay({ ...left, ...of }, { ...book, ...change }).conflict;

const anyLeft: fc.Arbitrary<LeftParcel> = fc.record({
  state: fc.constantFrom(...packStates),
  hasLeft: fc.boolean(),
  waybillNo: fc.constantFrom('', 'W1', 'W2'),
  goods: fc.constantFrom('tea', 'cup'),
  isPassed: fc.boolean(),
  units: fc.constant([]),
});
const anyBook: fc.Arbitrary<BookedParcel> = fc.record({
  state: fc.constantFrom(...orderStates),
  isRefunded: fc.boolean(),
  isHeld: fc.boolean(),
  isChanged: fc.boolean(),
  waybillNo: fc.constantFrom('', 'W1', 'W2'),
  goods: fc.constantFrom('tea', 'cup'),
  packState: fc.constantFrom(null, ...packStates),
  isElsewhere: fc.boolean(),
  isDone: fc.boolean(),
  takenUnits: fc.constantFrom([], ['U1']),
});

describe('what was packed while the book was away', () => {
  it('goes in where nothing has changed, also where this bench has packed it already', () => {
    expect(judgeReplay(left, book)).toEqual({ conflict: null, isTaken: true });
    expect(conflict({ state: 'packed', packState: 'closed' })).toBeNull();
    expect(conflict({ packState: 'open' })).toBeNull();
  });

  it('is left as it is where this bench had packed it before, and had forgotten', () => {
    const done = { state: 'packed', packState: 'closed', isDone: true } as const;
    expect(judgeReplay(left, { ...book, ...done })).toEqual({ conflict: null, isTaken: false });
  });

  it('does not where others were quicker, or the order is another by now', () => {
    expect(judgeReplay(left, null)).toEqual({ conflict: 'gone', isTaken: false });
    expect(conflict({ packState: 'closed', isElsewhere: true })).toBe('packed-elsewhere');
    expect(conflict({ packState: 'open', isElsewhere: true })).toBe('open-elsewhere');
    expect(conflict({ packState: 'dropped', isElsewhere: true })).toBeNull();
    expect(conflict({ state: 'cancelled', isRefunded: true })).toBe('refunded');
    expect(conflict({ state: 'cancelled' })).toBe('cancelled');
    expect(conflict({ isHeld: true })).toBe('held');
    expect(conflict({ state: 'merged' })).toBe('regrouped');
    expect(conflict({ state: 'in-transit' })).toBe('left');
    expect(conflict({ waybillNo: 'W2' })).toBe('other-number');
    expect(conflict({ goods: 'cup' })).toBe('other-goods');
    expect(conflict({ isChanged: true })).toBe('changed');
    expect(conflict({ isChanged: true }, { isPassed: true })).toBeNull();
    expect(conflict({ takenUnits: ['U1'] })).toBe('same-unit');
  });

  it('is called back by its list where it has left and must not have', () => {
    const gone = { hasLeft: true };
    expect(conflict({ state: 'cancelled', isRefunded: true, isHeld: true }, gone)).toBeNull();
    expect(conflict({ isChanged: true }, gone)).toBeNull();
    expect(conflict({ waybillNo: 'W2' }, gone)).toBe('other-number');
  });

  it('is nobody’s trouble where the parcel was only opened and put back', () => {
    fc.assert(
      fc.property(anyLeft, fc.option(anyBook), (one, other) => {
        expect(judgeReplay({ ...one, state: 'dropped' }, other).conflict).toBeNull();
      }),
    );
  });

  it('never goes over what another bench has, what has left, or what must not be shipped', () => {
    fc.assert(
      fc.property(anyLeft, anyBook, (one, other) => {
        const { isTaken, conflict: found } = judgeReplay(one, other);
        const isOthers = other.isElsewhere && ['open', 'closed', 'aside'].includes(other.packState ?? '');
        const isGone = ['handed-over', 'in-transit', 'delivered', 'returned'].includes(other.state);
        const isStopped = other.isRefunded || other.isHeld || other.state === 'cancelled';
        if (isOthers || isGone || (isStopped && !one.hasLeft) || other.packState === 'handed-over')
          expect(isTaken).toBe(false);
        // Whatever is not taken and was packed is told.
        if (one.state !== 'dropped') expect(found === null).toBe(isTaken || (found === null && other.isDone));
      }),
    );
  });
});
