import { drawNumber } from './drawNumber.ts';

/**
 * `TEST` and 14 digits: no carrier's numbers look like it, all of it is plain Code 128 (the digits in pairs), and it
 * fits a 76 mm label. A pure function of the order code, so that asking again always finds the same number. Two of
 * 100,000 order codes share a number with a chance of about 1 in 20,000.
 */
export function practiceWaybillNo(orderCode: string): string {
  return `TEST${drawNumber(orderCode, 1e14).toString().padStart(14, '0')}`;
}

export const practiceWaybillPattern = /^TEST\d{14}$/;
