import { describe, expect, test } from 'vitest';
import { scanCharacter } from '../../../../../renderer/app/scan/scanCharacter.ts';

const process = (code: string, shiftKey = false) => scanCharacter({ key: 'Process', code, shiftKey });

describe('reading a gun while a Chinese input method is on', () => {
  test('digits, letters, signs and the end are read from the keys', () => {
    expect(process('Digit7')).toBe('7');
    expect(process('KeyS')).toBe('S');
    expect(process('NumpadEnter')).toBe('Enter');
    expect(process('Tab')).toBe('Tab');
    expect(process('Minus')).toBe('-');
    expect(process('Minus', true)).toBe('_');
    expect(process('Digit3', true)).toBe('#');
    expect(process('Numpad3', true)).toBe('3');
    expect(process('ShiftLeft', true)).toBe('Shift');
  });

  test('full-width characters are the plain ones that were sent', () => {
    const typed = (key: string) => scanCharacter({ key, code: '', shiftKey: false });
    expect([...'ＳＦ１０－９'].map(typed).join('')).toBe('SF10-9');
  });

  test('without an input method a key is what it says', () => {
    expect(scanCharacter({ key: 'a', code: 'KeyA', shiftKey: false })).toBe('a');
    expect(scanCharacter({ key: 'F9', code: 'F9', shiftKey: false })).toBe('F9');
  });
});
