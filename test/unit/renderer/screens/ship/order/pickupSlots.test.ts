import { describe, expect, it } from 'vitest';
import { pickupSlots } from '../../../../../../renderer/screens/ship/order/CourierSection.tsx';
import { hourMs } from '../../../../../../shared/rules/shopTime.ts';

const at = (hour: number, minute = 0) => new Date(2026, 10, 26, hour, minute).getTime();

describe('the times offered for a courier', () => {
  it('are two hours long, by day, and leave the courier at least an hour', () => {
    const now = at(13, 30);
    const slots = pickupSlots(now);
    expect(slots[0]).toEqual({ startAt: at(13), endAt: at(15) });
    for (const { startAt, endAt } of slots) {
      expect(endAt - startAt).toBe(2 * hourMs);
      expect(endAt - now).toBeGreaterThan(hourMs);
      expect(new Date(startAt).getHours()).toBeGreaterThanOrEqual(9);
      expect(new Date(endAt).getHours()).toBeLessThanOrEqual(19);
    }
  });

  it('begin tomorrow in the evening', () => {
    const [first] = pickupSlots(at(20));
    expect(new Date(first?.startAt ?? 0).getDate()).toBe(27);
    expect(new Date(first?.startAt ?? 0).getHours()).toBe(9);
  });
});
