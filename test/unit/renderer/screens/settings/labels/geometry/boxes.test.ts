import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AreaMm,
  type BoxMm,
  keepInside,
  roundMm,
  smallestSideMm,
} from '../../../../../../../renderer/screens/settings/labels/geometry/boxMm.ts';
import { nudgeBox } from '../../../../../../../renderer/screens/settings/labels/geometry/nudgeBox.ts';
import {
  grips,
  resizeBox,
} from '../../../../../../../renderer/screens/settings/labels/geometry/resizeBox.ts';
import {
  snapBox,
  snapReachMm,
} from '../../../../../../../renderer/screens/settings/labels/geometry/snapBox.ts';

const area: AreaMm = { widthMm: 73, heightMm: 20 };
const box = (leftMm: number, topMm: number, widthMm: number, heightMm: number): BoxMm => ({
  leftMm,
  topMm,
  widthMm,
  heightMm,
});

const anyMm = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10);
const anyBox = fc.record({
  leftMm: anyMm(-50, 120),
  topMm: anyMm(-50, 60),
  widthMm: anyMm(0, 120),
  heightMm: anyMm(0, 60),
});

const isInside = (placed: BoxMm): boolean =>
  placed.leftMm >= 0 &&
  placed.topMm >= 0 &&
  roundMm(placed.leftMm + placed.widthMm) <= area.widthMm &&
  roundMm(placed.topMm + placed.heightMm) <= area.heightMm &&
  placed.widthMm >= smallestSideMm &&
  placed.heightMm >= smallestSideMm;

describe('a box on the label', () => {
  test('never hangs over the edge, wherever it was dropped and however large it was', () => {
    fc.assert(fc.property(anyBox, (dropped) => isInside(keepInside(dropped, area))));
  });

  test('that lies inside stays exactly where it is', () => {
    expect(keepInside(box(3.2, 4.1, 20, 6), area)).toEqual(box(3.2, 4.1, 20, 6));
  });

  test('pulled at a grip keeps its opposite edge, and never turns over or leaves the area', () => {
    fc.assert(
      fc.property(anyBox, fc.constantFrom(...grips), anyMm(-90, 90), anyMm(-90, 90), (start, grip, x, y) => {
        const before = keepInside(start, area);
        const after = resizeBox(before, grip, x, y, area);
        expect(isInside(after)).toBe(true);
        if (!grip.includes('w')) expect(after.leftMm).toBe(before.leftMm);
        if (!grip.includes('n')) expect(after.topMm).toBe(before.topMm);
        if (grip === 'n' || grip === 's') expect(after.widthMm).toBe(before.widthMm);
      }),
    );
  });

  test('moves half a millimetre with an arrow key and a tenth with Shift', () => {
    const start = box(10, 5, 20, 6);
    expect(nudgeBox(start, 'ArrowRight', false, area)).toEqual(box(10.5, 5, 20, 6));
    expect(nudgeBox(start, 'ArrowUp', true, area)).toEqual(box(10, 4.9, 20, 6));
    expect(nudgeBox(start, 'Enter', false, area)).toBeNull();
  });

  test('stops at the edge, however often the key is pressed', () => {
    let pushed = box(70, 5, 3, 3);
    for (let press = 0; press < 9; press += 1) pushed = nudgeBox(pushed, 'ArrowRight', false, area) ?? pushed;
    expect(pushed).toEqual(box(70, 5, 3, 3));
  });

  test('ten fine steps are one millimetre, without crumbs of rounding', () => {
    let pushed = box(1, 1, 3, 3);
    for (let press = 0; press < 10; press += 1) pushed = nudgeBox(pushed, 'ArrowDown', true, area) ?? pushed;
    expect(pushed.topMm).toBe(2);
  });
});

describe('snapping', () => {
  const other = box(20, 4, 10, 6);

  test('a left edge close to another left edge lies on it, and the line is shown', () => {
    const { box: moved, lines } = snapBox(box(20.6, 12, 15, 5), [other], area);
    expect(moved.leftMm).toBe(20);
    expect(lines).toContainEqual({ axis: 'x', atMm: 20 });
  });

  test('the middle finds the middle of the area', () => {
    const { box: moved, lines } = snapBox(box(26.2, 12, 20, 4), [], area);
    expect(moved.leftMm).toBe(26.5);
    expect(lines).toContainEqual({ axis: 'x', atMm: 36.5 });
  });

  test('the nearest line wins over one that is also in reach', () => {
    const { box: moved } = snapBox(box(20.6, 11, 15, 3), [other, box(21, 0, 5, 2)], area);
    expect(moved.leftMm).toBe(21);
  });

  test('a box far from every line is left alone and no line is shown', () => {
    const { box: moved, lines } = snapBox(box(44, 11.5, 7.3, 2.3), [other], area);
    expect(moved).toEqual(box(44, 11.5, 7.3, 2.3));
    expect(lines).toEqual([]);
  });

  test('never carries a box further than its reach', () => {
    fc.assert(
      fc.property(anyBox, fc.array(anyBox, { maxLength: 6 }), (moving, others) => {
        const { box: moved } = snapBox(moving, others, area);
        expect(Math.abs(moved.leftMm - moving.leftMm)).toBeLessThanOrEqual(snapReachMm + 0.05 + 1e-9);
        expect(Math.abs(moved.topMm - moving.topMm)).toBeLessThanOrEqual(snapReachMm + 0.05 + 1e-9);
        expect(moved.widthMm).toBe(moving.widthMm);
      }),
    );
  });
});
