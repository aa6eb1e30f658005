import { describe, expect, it } from 'vitest';
import { OrderRowNumbers } from '../../../../../electron/usecases/intake/rowNumbers.ts';

describe('the rows at which the orders of a file begin', () => {
  it('come back as they were named, however many they are', () => {
    const orderRows = new OrderRowNumbers();
    expect(orderRows.isEmpty()).toBe(true);
    const named = Array.from({ length: 2_345 }, (_, no) => [`order-${no}`, no * 3 + 2] as const);
    for (const [id, rowNumber] of named) orderRows.add(id, rowNumber);
    expect(orderRows.isEmpty()).toBe(false);
    expect([...orderRows]).toEqual(named);
    expect([...orderRows]).toHaveLength(2_345);
  });
});
