import { readCarrierCode } from '../../../../shared/domain/carriers/carrierTable.ts';
import { recogniseNumber, tidyNumber } from '../../../tracking/recogniseNumber.ts';

export interface PastedNumber {
  readonly waybillNo: string;
  /** Our code of the carrier named beside it; empty: none. */
  readonly carrier: string;
  readonly phoneTail: string;
}

const separators = /[\s,;:|，；、：]+/u;
const mobile = /^1[3-9]\d{9}$/;
/** Long enough for a number, with enough digits for one. */
export const numberLike = /^(?=(?:.*\d){5})[A-Z0-9-]{6,40}$/;

const headerWord = /运单|单号|快递|物流|手机|电话|waybill|tracking|number|carrier|phone/iu;

/**
 * Numbers in order, each with the text beside it on its line. A line without a number is kept, so that it can be named; the header above
 * the numbers is left out.
 */
export function readPasted(text: string): PastedNumber[] {
  const lines = text.split(/\r?\n/u).map((line) => ({ line: line.trim(), numbers: readLine(line) }));
  const first = lines.findIndex(({ line }) => line !== '');
  const hasNumbers = lines.some(({ numbers }) => numbers.length > 0);
  return lines.flatMap(({ line, numbers }, at) => {
    const isHeader = at === first && hasNumbers && headerWord.test(line);
    if (numbers.length > 0 || line === '' || isHeader) return numbers;
    return [{ waybillNo: line.slice(0, mostShown), carrier: '', phoneTail: '' }];
  });
}

const mostShown = 40;

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
  // A phone beside a number is no number; alone it may be.
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

/** `EM 263 999 513 JP` as printed: one number, if its parts are a number only together. */
function numberWithBlanks(line: string): string | null {
  const pieces = line.trim().split(/ +/u);
  if (pieces.length < 2 || pieces.some((piece) => numberLike.test(tidyNumber(piece)))) return null;
  const number = tidyNumber(line);
  return recogniseNumber(number).kind === 'sure' ? number : null;
}
