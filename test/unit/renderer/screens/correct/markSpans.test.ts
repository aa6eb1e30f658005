import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markSpans } from '../../../../../renderer/screens/correct/markSpans.ts';

describe('marking what was understood', () => {
  test('no character of the original is lost or doubled, whatever the spans', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.record({ field: fc.constantFrom('name', 'phone'), start: fc.nat(70), end: fc.nat(70) })),
        (text, spans) => {
          expect(
            markSpans(text, spans)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  test('pieces carry their field', () => {
    const pieces = markSpans('林晓雨 闸北区', [
      { field: 'district', start: 4, end: 7 },
      { field: 'name', start: 0, end: 3 },
    ]);
    expect(pieces.map(({ text, field }) => [text, field])).toEqual([
      ['林晓雨', 'name'],
      [' ', null],
      ['闸北区', 'district'],
    ]);
  });
});
