import { expect, it } from 'vitest';
import { silenceInWords, silenceMs } from '../../../../shared/domain/parcelSilence.ts';
import { finalTrackingStates } from '../../../../shared/domain/tracking.ts';
import { stuckAfterMs } from '../../../../shared/domain/trackingGroup.ts';

const hour = 3_600_000;
const said = (hours: number) => silenceInWords(hours * hour, stuckAfterMs);

it('counts silence from the last event, else from the booking, and never before it', () => {
  expect(silenceMs({ state: 'in-transit', lastAt: 4, bookedAt: 1 }, 10)).toBe(6);
  expect(silenceMs({ state: 'none', lastAt: null, bookedAt: 1 }, 10)).toBe(9);
  expect(silenceMs({ state: 'in-transit', lastAt: 12, bookedAt: 1 }, 10)).toBe(0);
});

it('says nothing of what has ended, nor where nobody knows since when', () => {
  for (const state of finalTrackingStates)
    expect(silenceMs({ state, lastAt: 1, bookedAt: 1 }, 10)).toBeNull();
  expect(silenceMs({ state: 'in-transit', lastAt: null, bookedAt: null }, 10)).toBeNull();
});

it('says hours up to two days, then days, and louder after one day and after three', () => {
  expect(said(0.9)).toEqual({ unit: 'underHour', count: 1, level: 'usual' });
  expect(said(23.99)).toEqual({ unit: 'hours', count: 23, level: 'usual' });
  expect(said(24)).toEqual({ unit: 'hours', count: 24, level: 'long' });
  expect(said(47)).toEqual({ unit: 'hours', count: 47, level: 'long' });
  expect(said(48)).toEqual({ unit: 'days', count: 2, level: 'long' });
  expect(said(71.99).level).toBe('long');
  expect(said(72)).toEqual({ unit: 'days', count: 3, level: 'stuck' });
});
