import { hideDigits } from './hideDigits.ts';

/**
 * Phone as a screen shows it: 138****8000, 0755-****5678. At least four digits are hidden, and all of a number
 * shorter than five digits. Dashes stay so that the kind of number is still readable.
 */
export function maskPhone(phone: string): string {
  const digitCount = phone.replace(/\D/g, '').length;
  const areaCode = /^(0\d{2,3})-/.exec(phone)?.[1];
  const keepHead = areaCode?.length ?? (digitCount > 7 ? 3 : 0);
  return hideDigits(phone, { keepHead, keepTail: 4, hideAtLeast: 4 });
}
