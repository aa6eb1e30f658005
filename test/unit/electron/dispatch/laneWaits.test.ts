import { describe, expect, it } from 'vitest';
import { createLaneWaits, findDelayMs, retryDelayMs } from '../../../../electron/dispatch/laneWaits.ts';

const failed = (startedAt: number, failedAt: number, askedMs: number | null = null) => ({
  lane: 'a',
  startedAt,
  failedAt,
  chance: 0.5,
  askedMs,
  retries: 2,
});

describe('waiting when nothing gets through', () => {
  it('tries twice after 3 to 5 seconds, then once a minute', () => {
    for (const chance of [0, 0.3, 1]) {
      expect(retryDelayMs(1, chance, 2)).toBe(3_000 + chance * 2_000);
      expect(retryDelayMs(2, chance, 2)).toBe(3_000 + chance * 2_000);
    }
    expect(retryDelayMs(3, 0.5, 2)).toBe(60_000);
    expect(retryDelayMs(1_000, 0.5, 2)).toBe(60_000);
    expect(retryDelayMs(2, 0.5, 1)).toBe(60_000);
  });

  it('asks after an unknown outcome soon, then ever later, then leaves it to a person', () => {
    const delays = Array.from({ length: 8 }, (_, tries) => findDelayMs(tries));
    expect(delays).toEqual([4_000, 10_000, 30_000, 120_000, 600_000, 3_600_000, null, null]);
  });

  it('counts ten calls that failed side by side as one failure of the lane', () => {
    const waits = createLaneWaits();
    const first = waits.after(failed(0, 100));
    for (let call = 0; call < 9; call++) expect(waits.after(failed(50, 120 + call))).toBe(first);
    expect(first).toBe(100 + 4_000);
    expect(waits.after(failed(5_000, 5_010))).toBe(5_010 + 4_000);
    expect(waits.after(failed(10_000, 10_010))).toBe(10_010 + 60_000);
  });

  it('waits a minute at most though the clock was eight hours ahead when the last call failed', () => {
    const waits = createLaneWaits();
    const ahead = 8 * 3_600_000;
    waits.after(failed(ahead, ahead + 10));
    expect(waits.after(failed(5_000, 5_010))).toBe(5_010 + 4_000);
    expect(waits.untilAt('a')).toBe(5_010 + 4_000);
  });

  it('starts counting again once a call got through', () => {
    const waits = createLaneWaits();
    for (const at of [1_000, 10_000, 20_000]) waits.after(failed(at, at + 1));
    waits.clear('a');
    expect(waits.after(failed(90_000, 90_001))).toBe(94_001);
  });

  it('waits as long as the platform asked for', () => {
    expect(createLaneWaits().after(failed(0, 100, 45_000))).toBe(45_100);
    expect(createLaneWaits().after(failed(0, 100, 1_000))).toBe(4_100);
  });
});
