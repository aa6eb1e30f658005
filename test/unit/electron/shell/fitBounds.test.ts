import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBounds } from '../../../../electron/shell/fitBounds.ts';

const place = { x: fc.integer({ min: -9000, max: 9000 }), y: fc.integer({ min: -9000, max: 9000 }) };
const size = { width: fc.integer({ min: 200, max: 9000 }), height: fc.integer({ min: 200, max: 9000 }) };

describe('fitBounds', () => {
  it('leaves a window that fits where it is', () => {
    const wanted = { x: 100, y: 50, width: 1200, height: 700 };
    expect(fitBounds(wanted, { x: 0, y: 0, width: 1920, height: 1040 })).toEqual(wanted);
  });

  it('never opens a window off the screen', () => {
    fc.assert(
      fc.property(fc.record({ ...place, ...size }), fc.record({ ...place, ...size }), (wanted, area) => {
        const { x, y, width, height } = fitBounds(wanted, area);
        expect(x).toBeGreaterThanOrEqual(area.x);
        expect(y).toBeGreaterThanOrEqual(area.y);
        expect(x + width).toBeLessThanOrEqual(area.x + area.width);
        expect(y + height).toBeLessThanOrEqual(area.y + area.height);
      }),
      { seed: 7 },
    );
  });
});
