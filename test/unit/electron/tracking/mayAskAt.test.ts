import { describe, expect, it } from 'vitest';
import { mayAskAt, nextCheckAt } from '../../../../electron/tracking/nextCheckAt.ts';

const minuteMs = 60_000;
const intervalMs = 30 * minuteMs;
const now = 1_700_000_000_000;

describe('a number that may be asked for once in 30 minutes', () => {
  it('may be asked at once when it never was', () => {
    expect(mayAskAt({ state: 'none', checkedAt: null, nextDueAt: now }, intervalMs)).toBe(now);
  });

  it('may be asked 30 minutes after an answer, long before it is due', () => {
    const answered = {
      state: 'in-transit',
      checkedAt: now,
      nextDueAt: nextCheckAt('in-transit', now),
    } as const;
    expect(mayAskAt(answered, intervalMs)).toBe(now + intervalMs);
  });

  it('may be asked 30 minutes after an answer that was final', () => {
    const signed = { state: 'signed', checkedAt: now, nextDueAt: nextCheckAt('signed', now) } as const;
    expect(mayAskAt(signed, intervalMs)).toBe(now + intervalMs);
  });

  it('waits for its due time after a question that failed or never came to an end', () => {
    const failed = {
      state: 'in-transit',
      checkedAt: now - 60 * minuteMs,
      nextDueAt: now + intervalMs,
    } as const;
    expect(mayAskAt(failed, intervalMs)).toBe(now + intervalMs);
  });
});
