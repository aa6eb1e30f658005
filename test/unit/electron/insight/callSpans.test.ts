import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../../electron/insight/callSpans.ts';

const at = (text: string) => Date.parse(`${text}:00Z`);
const told = (from: string, to: string) =>
  segmentsOf({ from: at(from), to: at(to) }).map((segment) => [
    segment.grain,
    new Date(segment.from).toISOString().slice(0, 16),
    new Date(segment.to).toISOString().slice(0, 16),
  ]);

describe('the buckets of a span', () => {
  it('are minutes where it holds no whole hour', () => {
    expect(told('2026-11-27T06:31', '2026-11-27T07:59')).toEqual([
      [1, '2026-11-27T06:31', '2026-11-27T07:59'],
    ]);
  });

  it('are minutes and hours where it holds no whole day of the shop', () => {
    expect(told('2026-11-27T06:31', '2026-11-27T09:05')).toEqual([
      [1, '2026-11-27T06:31', '2026-11-27T07:00'],
      [60, '2026-11-27T07:00', '2026-11-27T09:00'],
      [1, '2026-11-27T09:00', '2026-11-27T09:05'],
    ]);
  });

  it('are days of the shop in the middle of a long one', () => {
    expect(told('2026-11-20T06:31', '2026-11-27T06:31')).toEqual([
      [1, '2026-11-20T06:31', '2026-11-20T07:00'],
      [60, '2026-11-20T07:00', '2026-11-20T16:00'],
      [1440, '2026-11-20T16:00', '2026-11-26T16:00'],
      [60, '2026-11-26T16:00', '2026-11-27T06:00'],
      [1, '2026-11-27T06:00', '2026-11-27T06:31'],
    ]);
  });

  it('count the present minute as far as it has come, and nothing where there is no time', () => {
    const from = at('2026-11-27T06:31');
    expect(segmentsOf({ from: from + 1, to: from + 2 })).toEqual([{ grain: 1, from, to: from + 60_000 }]);
    expect(segmentsOf({ from, to: from })).toEqual([]);
  });

  it('follow each other without a gap, whatever the span', () => {
    const start = at('2026-11-20T06:31');
    for (let no = 0; no < 500; no++) {
      const span = { from: start + no * 7_777_777, to: start + no * 17_777_777 + 60_000 };
      const segments = segmentsOf(span);
      expect(segments[0]?.from).toBe(Math.floor(span.from / 60_000) * 60_000);
      expect(segments.at(-1)?.to).toBe(Math.ceil(span.to / 60_000) * 60_000);
      for (const [place, segment] of segments.entries())
        if (place > 0) expect(segment.from).toBe(segments[place - 1]?.to);
    }
  });
});
