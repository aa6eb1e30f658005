import { describe, expect, test } from 'vitest';
import type { CorrectionRow } from '../../../../../renderer/bridge/questions.ts';
import { firstOpen, stillListed } from '../../../../../renderer/screens/correcting/queueOrder.ts';

const listOf = (...ids: string[]) => ({
  rowAt: (index: number) => {
    const orderId = ids[index];
    return orderId === undefined ? undefined : ({ orderId } as CorrectionRow);
  },
});
const decided = (orderId: string) => ({ orderId, isDecided: true });
const putOff = (orderId: string) => ({ orderId, isDecided: false });

describe('which address comes next', () => {
  test('none of those decided a moment ago, however many the list still shows', () => {
    expect(firstOpen(listOf('a', 'b', 'c'), [decided('a'), decided('b')])).toBe('c');
    expect(firstOpen(listOf('b', 'a', 'c'), [decided('a'), decided('b')])).toBe('c');
    expect(firstOpen(listOf('a', 'b'), [decided('a'), decided('b')])).toBeNull();
  });

  test('one that was put off again when it is the only one', () => {
    expect(firstOpen(listOf('a', 'b'), [putOff('a')])).toBe('b');
    expect(firstOpen(listOf('a'), [putOff('a')])).toBe('a');
    expect(firstOpen(listOf('a', 'b'), [decided('a'), putOff('b')])).toBe('b');
  });

  test('one that left the list and came back', () => {
    const left = stillListed(listOf('b', 'c'), [decided('a')]);
    expect(left).toEqual([]);
    expect(firstOpen(listOf('a', 'c'), left)).toBe('a');
  });

  test('nothing is forgotten while the list is not read', () => {
    const gone = [decided('a')];
    expect(stillListed(listOf(), gone)).toBe(gone);
    expect(stillListed(listOf('a', 'b'), gone)).toBe(gone);
  });
});
