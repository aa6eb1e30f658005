import { describe, expect, test } from 'vitest';
import { Gate, signsOf } from '../../../../../electron/addresses/text/gate.ts';

describe('a gate', () => {
  test('is open for a text with one of its units, each by itself', () => {
    const [colons, stars] = [new Gate(':：'), new Gate('*')];
    const open = (text: string) => [colons, stars].map((gate) => gate.isOpen(signsOf(text)));
    expect(open('电话：138****8000')).toEqual([true, true]);
    expect(open('138****8000')).toEqual([false, true]);
    expect(open('珠江路1号')).toEqual([false, false]);
    expect(open('')).toEqual([false, false]);
  });
});
