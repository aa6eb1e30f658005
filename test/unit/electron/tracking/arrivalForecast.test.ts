import { describe, expect, it } from 'vitest';
import { forecastArrival, readPromise } from '../../../../electron/tracking/arrivalForecast.ts';

const hour = 3_600_000;
const collected = Date.parse('2026-11-30T18:00+08:00');
/** A hundred parcels: half of them within two days, nine of ten within three, the last in five. */
const lane = [
  { hours: 40, total: 30 },
  { hours: 47, total: 20 },
  { hours: 71, total: 40 },
  { hours: 119, total: 10 },
];

describe('when a parcel will arrive by the history of its lane', () => {
  it('says by when half and nine of ten had arrived, and of how many', () => {
    expect(forecastArrival(lane, collected, collected)).toEqual({
      halfAt: collected + 48 * hour,
      mostAt: collected + 72 * hour,
      parcels: 100,
    });
  });

  it('goes by those alone that took as long as it has by now', () => {
    expect(forecastArrival(lane, collected, collected + 60 * hour)).toMatchObject({
      halfAt: collected + 72 * hour,
      mostAt: collected + 120 * hour,
      parcels: 50,
    });
  });

  it('says nothing by few parcels, nor by those that took nobody knows how long', () => {
    expect(forecastArrival(lane, collected, collected + 100 * hour)).toBeNull();
    expect(forecastArrival([{ hours: 720, total: 50 }], collected, collected)).toBeNull();
    expect(forecastArrival([{ hours: 30, total: 19 }], collected, collected)).toBeNull();
  });
});

describe('what a carrier promised on booking', () => {
  it('is the last moment of its day, or the time it names', () => {
    const at = (words: string) => readPromise(words, collected);
    expect(at('2026-12-03')).toBe(Date.parse('2026-12-03T23:59:59+08:00'));
    expect(at('2026-12-03 18:00:00')).toBe(Date.parse('2026-12-03T18:00+08:00'));
    expect(at('2026/12/3 00:00:00')).toBe(Date.parse('2026-12-03T23:59:59+08:00'));
  });

  it('is nothing where no day can be read, or one that is over or a year ahead', () => {
    for (const words of ['', '次日达', '2026-13-40', '2026-11-29', '2027-11-30'])
      expect(readPromise(words, collected), words).toBeNull();
  });
});
