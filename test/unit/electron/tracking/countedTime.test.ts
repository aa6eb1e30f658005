import { describe, expect, it } from 'vitest';
import { afterCountedHours } from '../../../../electron/tracking/countedTime.ts';
import type { RestDays } from '../../../../shared/domain/cases/trackingCase.ts';

const at = (shopTime: string) => Date.parse(`${shopTime}+08:00`);
const none: { pauses: never[]; carrier: string } = { pauses: [], carrier: 'ZTO' };
const passed = (since: string, hours: number, rest: RestDays, more: object = {}) =>
  afterCountedHours(at(since), hours, { ...none, rest, ...more });

describe('hours that count', () => {
  it('pass as the clock does where no day rests', () => {
    expect(passed('2026-12-05T20:00', 72, 'none')).toBe(at('2026-12-08T20:00'));
    expect(passed('2026-12-05T20:00', 0, 'none')).toBe(at('2026-12-05T20:00'));
  });

  it('leave Sundays out, or the whole weekend, by the shop’s own day', () => {
    // A Saturday evening.
    expect(passed('2026-12-05T20:00', 24, 'sunday')).toBe(at('2026-12-07T20:00'));
    expect(passed('2026-12-05T20:00', 24, 'weekend')).toBe(at('2026-12-08T00:00'));
    // What begins on a Sunday begins on Monday.
    expect(passed('2026-12-06T09:00', 2, 'sunday')).toBe(at('2026-12-07T02:00'));
  });

  it('stand still while the carrier rests over the festival, first and last day included', () => {
    const pauses = [{ from: '2027-02-05', to: '2027-02-12', carrier: '', name: '春节' }];
    expect(passed('2027-02-04T12:00', 24, 'none', { pauses })).toBe(at('2027-02-13T12:00'));
    const others = [{ ...pauses[0], carrier: 'YTO' }];
    expect(passed('2027-02-04T12:00', 24, 'none', { pauses: others })).toBe(at('2027-02-05T12:00'));
  });
});
