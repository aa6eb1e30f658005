import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AreaSides,
  type ElementBox,
  grips,
  keepInside,
  nudgeBox,
  resizeBox,
  smallestSide,
  snapBox,
  snapReach,
} from '../../../../../../renderer/screens/labels/editor/boxes.ts';

const area: AreaSides = { width: 730, height: 201 };
const box = (left: number, top: number, width: number, height: number): ElementBox => ({
  left,
  top,
  width,
  height,
});

const tenths = (min: number, max: number) => fc.integer({ min, max });
const anyBox = fc.record({
  left: tenths(-500, 1_200),
  top: tenths(-500, 600),
  width: tenths(0, 1_200),
  height: tenths(0, 600),
});

function expectInside(placed: ElementBox): void {
  expect(placed.left).toBeGreaterThanOrEqual(0);
  expect(placed.top).toBeGreaterThanOrEqual(0);
  expect(placed.left + placed.width).toBeLessThanOrEqual(area.width);
  expect(placed.top + placed.height).toBeLessThanOrEqual(area.height);
  expect(Math.min(placed.width, placed.height)).toBeGreaterThanOrEqual(smallestSide);
}

describe('a box in the merchant area', () => {
  test('never hangs over the edge, wherever it was dropped and however large it was', () => {
    fc.assert(fc.property(anyBox, (dropped) => expectInside(keepInside(dropped, area))));
  });

  test('that lies inside stays exactly where it is', () => {
    expect(keepInside(box(32, 41, 200, 60), area)).toEqual(box(32, 41, 200, 60));
  });

  test('pulled at a grip keeps its opposite edges, and never turns over or leaves the area', () => {
    fc.assert(
      fc.property(
        anyBox,
        fc.constantFrom(...grips),
        fc.double({ min: -900, max: 900, noNaN: true }),
        fc.double({ min: -900, max: 900, noNaN: true }),
        (start, grip, x, y) => {
          const before = keepInside(start, area);
          const after = resizeBox(before, grip, { x, y }, area);
          expectInside(after);
          expect(Number.isInteger(after.left + after.top + after.width + after.height)).toBe(true);
          if (!grip.includes('w')) expect(after.left).toBe(before.left);
          if (!grip.includes('n')) expect(after.top).toBe(before.top);
          if (!grip.includes('e')) expect(after.left + after.width).toBe(before.left + before.width);
          if (!grip.includes('s')) expect(after.top + after.height).toBe(before.top + before.height);
        },
      ),
    );
  });

  test('moves half a millimetre with an arrow key and a tenth with Shift', () => {
    const start = box(100, 50, 200, 60);
    expect(nudgeBox(start, 'ArrowRight', false, area)).toEqual(box(105, 50, 200, 60));
    expect(nudgeBox(start, 'ArrowUp', true, area)).toEqual(box(100, 49, 200, 60));
    expect(nudgeBox(start, 'Enter', false, area)).toBeNull();
  });

  test('stops at the edge, however often the key is pressed', () => {
    let pushed = box(690, 50, 30, 30);
    for (let press = 0; press < 9; press += 1) pushed = nudgeBox(pushed, 'ArrowRight', false, area) ?? pushed;
    expect(pushed).toEqual(box(700, 50, 30, 30));
  });
});

describe('snapping', () => {
  const other = box(200, 40, 100, 60);

  test('a left edge close to another left edge lies on it, and the line is shown', () => {
    const { box: moved, lines } = snapBox(box(206, 120, 150, 50), [other], area);
    expect(moved.left).toBe(200);
    expect(lines).toContainEqual({ axis: 'x', at: 200 });
  });

  test('the middle finds the middle of the area, odd lengths included', () => {
    const { box: moved, lines } = snapBox(box(262, 78, 200, 40), [], area);
    expect(moved.left).toBe(265);
    expect(lines).toContainEqual({ axis: 'x', at: 365 });
    expect(lines).toContainEqual({ axis: 'y', at: 100.5 });
  });

  test('the nearest line wins over one that is also in reach', () => {
    const { box: moved } = snapBox(box(206, 110, 150, 30), [other, box(210, 0, 50, 20)], area);
    expect(moved.left).toBe(210);
  });

  test('a box far from every line is left alone and no line is shown', () => {
    const { box: moved, lines } = snapBox(box(440, 115, 73, 23), [other], area);
    expect(moved).toEqual(box(440, 115, 73, 23));
    expect(lines).toEqual([]);
  });

  test('never carries a box further than its reach, nor changes its size', () => {
    fc.assert(
      fc.property(anyBox, fc.array(anyBox, { maxLength: 6 }), (moving, others) => {
        const { box: moved } = snapBox(moving, others, area);
        expect(Math.abs(moved.left - moving.left)).toBeLessThanOrEqual(snapReach);
        expect(Math.abs(moved.top - moving.top)).toBeLessThanOrEqual(snapReach);
        expect([moved.width, moved.height]).toEqual([moving.width, moving.height]);
      }),
    );
  });
});
