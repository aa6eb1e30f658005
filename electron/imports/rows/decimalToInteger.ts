/**
 * `12.345` with shift 2 → 1235: a decimal text moved by `shift` places and rounded half up, digit by digit, so that no
 * amount ever passes through a double. Null when the text is no plain non-negative decimal or would not fit.
 */
export function decimalToInteger(text: string, shift: number): number | null {
  const parts = /^\+?(\d{1,12})(?:\.(\d*))?$|^\+?\.(\d+)$/.exec(text);
  if (parts === null) return null;
  const whole = parts[1] ?? '0';
  const fraction = (parts[2] ?? parts[3] ?? '').padEnd(shift + 1, '0');
  const kept = Number(whole + fraction.slice(0, shift));
  const value = (fraction[shift] ?? '0') >= '5' ? kept + 1 : kept;
  return Number.isSafeInteger(value) ? value : null;
}
