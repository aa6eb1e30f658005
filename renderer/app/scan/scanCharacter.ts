/** What a key of a keyboard set to English types, without and with Shift; guns send their codes by it. */
const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const shiftedDigits = ')!@#$%^&*(';

interface PhysicalKey {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
}

/**
 * The character a gun meant. With a Chinese input method on, the browser names every key `Process`, and full-width letters
 * and signs are where plain ones were sent; the physical key still tells which it was.
 */
export function scanCharacter({ key, code, shiftKey }: PhysicalKey): string {
  if (key !== 'Process' && key !== 'Unidentified') return plainSign(key);
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // Whether Caps Lock is on is not known; codes hold capitals far more often than small letters.
  if (letter !== undefined) return letter;
  const digit = /^(Digit|Numpad)(\d)$/.exec(code);
  if (digit?.[2] !== undefined)
    return shiftKey && digit[1] === 'Digit' ? (shiftedDigits[Number(digit[2])] ?? '') : digit[2];
  if (code === 'Enter' || code === 'NumpadEnter') return 'Enter';
  if (code === 'Tab') return 'Tab';
  if (code.startsWith('Shift')) return 'Shift';
  return signs[code]?.[shiftKey ? 1 : 0] ?? key;
}

/** `Ａ`, `１`, `－` → `A`, `1`, `-`. */
function plainSign(key: string): string {
  return /^[\uff01-\uff5e]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) - 0xfee0) : key;
}
