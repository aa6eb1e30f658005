import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementsFor, nothingDrawn } from '../../../../../renderer/parts/table/rowElements.ts';

const drawnAfter = (...lists: readonly (readonly string[])[]) =>
  lists.reduce((before, keys) => elementsFor(keys, before), nothingDrawn);

describe('the elements that rows of a table are drawn in', () => {
  test('a row keeps its own when one above it has left', () => {
    const { names: before } = drawnAfter(['a', 'b', 'c']);
    const { names } = drawnAfter(['a', 'b', 'c'], ['a', 'c', 'd']);
    expect(names.slice(0, 2)).toEqual([before[0], before[2]]);
    expect(before).not.toContain(names[2]);
  });

  test('rows of another list take over those that stood in their places', () => {
    const { names: before } = drawnAfter(['a', 'b', 'c']);
    expect(drawnAfter(['a', 'b', 'c'], ['d', 'e']).names).toEqual(before.slice(0, 2));
  });

  test('no two rows ever stand in one element, whatever was drawn before', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(list, { maxLength: 6 }), (lists) => {
        const { keys, names } = drawnAfter(...lists);
        expect(names).toHaveLength(keys.length);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('a row that was in both drawings stands in the same element', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (first, second) => {
        const before = drawnAfter(first);
        const after = elementsFor(second, before);
        for (const key of second.filter((one) => first.includes(one)))
          expect(after.names[after.keys.indexOf(key)]).toBe(before.names[before.keys.indexOf(key)]);
      }),
    );
  });
});
