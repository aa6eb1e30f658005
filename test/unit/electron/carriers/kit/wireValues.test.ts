import { describe, expect, it } from 'vitest';
import { looseText, wireText, wireTime } from '../../../../../electron/carriers/kit/wireValues.ts';

const at = (iso: string) => Date.parse(iso);

describe('a time as platforms write it', () => {
  it.each([
    ['2026-11-27 10:05:06', '2026-11-27T02:05:06Z'],
    ['2026/11/27 10:05:06', '2026-11-27T02:05:06Z'],
    ['2026-11-27 10:05', '2026-11-27T02:05:00Z'],
  ])('%s is Chinese time', (text, iso) => {
    expect(wireTime(text)).toBe(at(iso));
  });

  it.each([
    ['2026-11-27T10:05:06Z', '2026-11-27T10:05:06Z'],
    ['2026-11-27T10:05:06+08:00', '2026-11-27T02:05:06Z'],
    ['2026-11-27T10:05:06.123-05:00', '2026-11-27T15:05:06Z'],
    ['2026-11-27 10:05:06 +0900', '2026-11-27T01:05:06Z'],
  ])('%s says its own zone', (text, iso) => {
    expect(wireTime(text)).toBe(at(iso));
  });

  it.each([
    ['-05:00', '2026-11-27T15:05:06Z'],
    ['+0530', '2026-11-27T04:35:06Z'],
    ['Z', '2026-11-27T10:05:06Z'],
    // A zone nobody can read is none: the time is Chinese, as always.
    ['EST', '2026-11-27T02:05:06Z'],
    ['+25:00', '2026-11-27T02:05:06Z'],
  ])('a zone %s beside it counts', (zone, iso) => {
    expect(wireTime('2026-11-27 10:05:06', zone)).toBe(at(iso));
  });

  it.each(['', '昨天', '2026-13-01 00:00:00', '2026-02-30 00:00:00', '2026-11-27 25:00:00'])(
    '%s is none',
    (text) => {
      expect(wireTime(text)).toBeNull();
    },
  );
});

describe('a field that nothing depends on', () => {
  it.each(['', ' 3C-021 ', '0', 7, -0, 12.5, 2 ** 53, Number.NaN, true, null, undefined, [], ['a'], {}])(
    '%o is what a field that counts would say, and empty where that one spoils the reply',
    (value) => {
      const strict = wireText.safeParse(value);
      expect(looseText.parse(value)).toBe(strict.success ? strict.data : '');
    },
  );
});
