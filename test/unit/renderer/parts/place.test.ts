import { expect, test } from 'vitest';
import { screenDigits } from '../../../../renderer/parts/place.ts';

test('the digit of a place is what people have learned: 6 is the packing bench, Settings is 9', () => {
  expect(screenDigits).toEqual({
    today: 1,
    import: 2,
    correct: 3,
    ship: 4,
    print: 5,
    pack: 6,
    track: 7,
    insight: 8,
    settings: 9,
  });
});
