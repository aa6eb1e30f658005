import { readCarrierCode } from '../../../../shared/domain/carriers/carrierTable.ts';
import { recogniseNumber, tidyNumber } from '../../../tracking/recogniseNumber.ts';

export interface PastedNumber {
  readonly waybillNo: string;
  /** Our code of the carrier that stood beside it; empty: none. */
  readonly carrier: string;
  readonly phoneTail: string;
}

const separators = /[\s,;:|，；、：]+/u;
const mobile = /^1[3-9]\d{9}$/;
/** Long enough for a number, with enough digits for one. */
const numberLike = /^(?=(?:.*\d){5})[A-Z0-9-]{6,40}$/;

/** Numbers in the order they stand in, with what stands beside them on their line. */
export function readPasted(text: string): PastedNumber[] {
  return text.split(/\r?\n/u).flatMap(readLine);
}

function readLine(line: string): PastedNumber[] {
  const spaced = numberWithBlanks(line);
  if (spaced !== null) return [{ waybillNo: spaced, carrier: '', phoneTail: '' }];
  const tokens = line.split(separators).filter((token) => token !== '');
  const carrier = carrierOf(tokens);
  const numbers: string[] = [];
  let phoneTail = '';
  for (const token of tokens) {
    const tidy = tidyNumber(token);
    if (/^\d{4}$/.test(tidy)) phoneTail = tidy;
    else if (numberLike.test(tidy)) numbers.push(tidy);
  }
  // A phone beside a number is no number; one that stands alone may be.
  const phone = numbers.length > 1 ? numbers.find((number) => mobile.test(number)) : undefined;
  const tail = phone === undefined ? phoneTail : phone.slice(-4);
  return numbers
    .filter((number) => number !== phone)
    .map((waybillNo) => ({ waybillNo, carrier, phoneTail: tail }));
}

function carrierOf(tokens: readonly string[]): string {
  for (const token of tokens) {
    const code = numberLike.test(tidyNumber(token)) ? null : readCarrierCode(token);
    if (code !== null) return code;
  }
  return '';
}

/** `EM 263 999 513 JP` as it is printed: one number, when only together its pieces are one. */
function numberWithBlanks(line: string): string | null {
  const pieces = line.trim().split(/ +/u);
  if (pieces.length < 2 || pieces.some((piece) => numberLike.test(tidyNumber(piece)))) return null;
  const whole = tidyNumber(line);
  return recogniseNumber(whole).kind === 'sure' ? whole : null;
}
