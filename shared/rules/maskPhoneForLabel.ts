import { hideDigits } from './hideDigits.ts';

/**
 * Phone as it is printed on a parcel: 1******8000, at least six digits hidden (GB/T 41833-2022). The last four
 * stay, since pick-up points sort by them. An extension is printed whole: the courier dials it, and alone it
 * leads to nobody.
 */
export function maskPhoneForLabel(phone: string, extension = ''): string {
  const digitCount = phone.replace(/\D/g, '').length;
  const masked = hideDigits(phone, { keepHead: digitCount > 10 ? 1 : 0, keepTail: 4, hideAtLeast: 6 });
  return extension === '' ? masked : `${masked}转${extension}`;
}
