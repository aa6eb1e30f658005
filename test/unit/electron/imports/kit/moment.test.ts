import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment } from '../../../../../electron/imports/kit/moment.ts';
import { shopMinute } from '../../../../../shared/rules/shopTime.ts';

/** 2026-03-04 05:06:07 in Shanghai. */
const moment = Date.UTC(2026, 2, 3, 21, 6, 7);

describe('a date or time of a file', () => {
  it.each([
    '2026-03-04 05:06:07',
    '2026/3/4 05:06:07',
    '2026.03.04 05:06:07',
    '2026年3月4日 05:06:07',
    '2026年03月04日05时06分07秒',
    '2026-03-04T05:06:07+08:00',
    '2026-03-03T21:06:07Z',
    '2026-03-04 05:06:07 +0800',
    '2026-03-03T16:06:07-0500',
    '20260304050607',
    '46085.2125810185',
  ])('%s is one and the same moment', (text) => {
    expect(Math.abs(Number(readMoment(text)) - moment)).toBeLessThan(1_000);
  });

  it.each([
    ['2026-03-04', '2026-03-04 00:00'],
    ['20260304', '2026-03-04 00:00'],
    ['2026-03-04 05:06', '2026-03-04 05:06'],
    ['31/12/2026', '2026-12-31 00:00'],
    ['12/31/2026 08:00', '2026-12-31 08:00'],
    ['03/03/2026', '2026-03-03 00:00'],
    ['Nov-30-26', '2026-11-30 00:00'],
    ['30 Nov 2026', '2026-11-30 00:00'],
    ['December 3, 2026 08:05', '2026-12-03 08:05'],
  ])('%s is %s', (text, wall) => {
    const at = readMoment(text);
    expect(typeof at === 'number' ? shopMinute(at) : at).toBe(wall);
  });

  it.each(['03/04/2026', '3-4-2026 10:00', '12.11.2026'])('%s is not guessed', (text) => {
    expect(readMoment(text)).toBe('ambiguous');
  });

  it.each([
    '',
    '0001-01-01 00:00:00',
    '2026-02-30',
    '2026-13-01',
    '48小时内',
    '12345678901',
    '13800000001',
    '3/4',
    'Foo-30-26',
    'Feb-30-26',
  ])('%j is no date', (text) => {
    expect(readMoment(text)).toBeNull();
  });

  it('comes back from what it is shown as, whatever the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800, max: 4_102_444_740 }), (seconds) => {
        const at = Math.floor(seconds / 60) * 60_000;
        if (shopMinute(at) < '2000-01-01') return;
        expect(readMoment(shopMinute(at))).toBe(at);
      }),
    );
  });
});
