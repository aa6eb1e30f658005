import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../electron/addresses/readText.ts';
import { isSeparator } from '../../../../electron/addresses/text/characters.ts';
import { fullDetail } from '../../../../electron/addresses/text/detail.ts';
import { normaliseText, readLimit, startOf } from '../../../../electron/addresses/text/normaliseText.ts';
import { makeAddressCase } from '../../../doubles/addresses/makeAddressCase.ts';
import { anyCharacter } from '../../../doubles/anyCharacter.ts';
import { divisions } from './shippedDivisions.ts';

const words = [
  '广东省',
  '深圳',
  '南山区',
  '鼓楼区',
  '朝阳',
  '闸北区',
  '粤海街道',
  '科技园1号',
  '3栋201',
  '张三',
  '林经理收',
  '13812345678',
  '转1234',
  '-88',
  '0755-26001234',
  '[7839]',
  '收货人：',
  '电话:',
  '地址',
  '谢谢',
  '📦',
  '\u202e',
  '\u200b',
  '【',
  ')',
  ',',
  '，',
  ' ',
  '\n',
  '\t',
  '***',
  '710061',
  '１３８',
  '臺北市',
  'Amy Chen',
  '高新区',
  '110101199003070000',
  '\ud800',
  '𠮷',
];
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCharacter }),
  fc.array(fc.constantFrom(...words), { maxLength: 16 }).map((parts) => parts.join('')),
);
const run = { numRuns: 400, seed: 20_241_111 };

describe('any text', () => {
  test('is answered without a throw, within bounds and the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readText(text, divisions);
        expect(readText(text, divisions)).toEqual(reading);
        for (const value of Object.values(reading.confidence)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        if (reading.phone === '' || reading.province === '') expect(reading.status).not.toBe('ok');
      }),
      run,
    );
  });

  test('is accounted for: every readable character lies in exactly one span', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { spans } = readText(text, divisions);
        const covered = Array.from({ length: text.length }, () => 0);
        for (const { start, end } of spans)
          for (let i = start; i < end; i += 1) covered[i] = (covered[i] ?? 0) + 1;
        const normal = normaliseText(text);
        for (let i = 0; i < normal.text.length; i += 1) {
          if (isSeparator(normal.text.charCodeAt(i))) continue;
          expect(covered[startOf(normal, i)]).toBe(1);
        }
        expect(Math.max(0, ...covered)).toBeLessThanOrEqual(1);
      }),
      run,
    );
  });

  test.each([
    ['nothing', ''],
    ['blanks only', ' \n\t  '],
    ['emoji only', '📦😊🎉'.repeat(50)],
    ['control and bidi characters', '\u0000\u0007\u202e\u2066\u200d'.repeat(40)],
    ['100 kB of divisions', '广东省深圳市南山区'.repeat(4000)],
    ['100 kB of digits', '1381234567'.repeat(10_000)],
    ['100 kB of brackets', '[1234]('.repeat(15_000)],
    ['100 kB of one letter', 'a'.repeat(100_000)],
    ['100 kB of a sign that becomes eighteen', 'ﷺ'.repeat(100_000)],
    ['100 kB of Korean words', '서울특별시 '.repeat(17_000)],
    ['100 kB of Arabic', 'مرحبا '.repeat(17_000)],
    ['100 kB of old names', '江干区 '.repeat(25_000)],
    ['100 kB of chat', '麻烦请帮忙'.repeat(20_000)],
    ['100 kB of halves of signs', '\ud800'.repeat(100_000)],
    ['100 kB of labels', '收货人：'.repeat(25_000)],
  ])('%s is answered quickly and never called ok', (_, text) => {
    const reading = readText(text, divisions);
    let fastestMs = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 8; round += 1) {
      const startedAt = performance.now();
      readText(text, divisions);
      fastestMs = Math.min(fastestMs, performance.now() - startedAt);
    }
    // 5 ms on an idle machine; the margin is for a busy test runner.
    expect(fastestMs).toBeLessThan(25);
    expect(reading.status).not.toBe('ok');
  });

  test('keeps every letter and digit of its detail as it was written', () => {
    const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
    for (let seed = 8_000_000; seed < 8_001_500; seed += 1) {
      const { input } = makeAddressCase(seed, divisions);
      const reading = readText(input, divisions);
      const spansOf = (...fields: string[]): string =>
        reading.spans
          .filter(({ field }) => fields.includes(field))
          .map(({ start, end }) => input.slice(start, end))
          .join('');
      // The town goes in front of the words that stood before the region.
      expect(bare(fullDetail(reading)), input).toBe(bare(spansOf('town') + spansOf('detail')));
      expect(bare(spansOf('name')), input).toContain(bare(reading.name));
      expect(bare(spansOf('phone', 'otherPhone')).length, input).toBeGreaterThanOrEqual(
        bare(reading.phone).length,
      );
      const written = bare(spansOf('province', 'city', 'district'));
      for (const { from } of reading.corrections)
        if (from !== '') expect(bare(input), input).toContain(bare(from));
      // A district that nobody wrote is said to be filled in or corrected.
      const stem = reading.district.slice(0, 2);
      if (stem !== '' && !written.includes(stem)) {
        expect(
          reading.corrections.map(({ field }) => field),
          input,
        ).toContain('district');
      }
    }
  });

  test('beyond the read limit is told as leftover', () => {
    const { spans } = readText('一'.repeat(readLimit + 500), divisions);
    expect(spans[spans.length - 1]).toMatchObject({ field: 'leftover', end: readLimit + 500 });
  });
});
