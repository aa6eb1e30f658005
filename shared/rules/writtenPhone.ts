/** A number that certainly misses a digit or has one too many: a mobile of the mainland has eleven, no phone fewer than five. */
export function isBrokenPhone(phone: string): boolean {
  const trimmed = phone.trim();
  const digits = trimmed.replace(/[^\d]/g, '');
  if (/^(?:\+|00)/.test(trimmed)) return digits.length < 5;
  return digits.length < 5 || (/^1[3-9]/.test(digits) && digits.length !== 11 && digits.length < 14);
}

/** 10 and 2x have three digits with their zero, all others four; no local number begins with 0, 1 or 9. */
const withoutZero = /^(10|2[0-57-9]|[3-9]\d\d)([2-8]\d{6,7})$/;

/**
 * What was in place of a phone, for whoever corrects it: three more digits are typed sooner than eleven. A spreadsheet takes the zero
 * from the front of a landline, so it is put back. Empty: no number is there.
 */
export function writtenPhone(leftover: string): string {
  const number = /^\+?\d[\d\s-]{3,}/.exec(leftover.trim())?.[0].trim() ?? '';
  const [, area = '', local = ''] = withoutZero.exec(number.replace(/[\s-]/g, '')) ?? [];
  return area === '' ? number : `0${area}-${local}`;
}
