import type { BillFeeKind } from '../../../shared/domain/bills/bill.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { readMoment } from '../kit/moment.ts';
import { readAmountFen } from '../kit/quantities.ts';

/** No parcel costs more; a larger number is a number of another kind in the wrong column. */
const mostFen = 100_000_000;

const isCents = (header: string) => /[(（]\s*分\s*[)）]/.test(header);

/** Money of a bill in fen: a credit stands below zero or in brackets. null: no money; a blank cell is null, too. */
export function readFen(text: string, header: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s¥]/g, '').replace(/^[−–]/, '-');
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1];
  const isCredit = bracketed !== undefined || plain.startsWith('-');
  const size = bracketed ?? plain.replace(/^-/, '');
  if (size === '' || !/^[\d.,]+(?:元|rmb|cny)?$/i.test(size)) return null;
  const fen = readAmountFen(size);
  if (fen === null) return null;
  const amount = isCents(header) ? Math.round(fen / 100) : fen;
  if (amount > mostFen) return null;
  return isCredit && amount !== 0 ? -amount : amount;
}

/** A waybill number in the one form that is compared: half-width, capital, without blanks and quotes. */
export function waybillOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'"`]/g, '')
    .toUpperCase();
}

/** The loosest of all carriers' shapes: four digits at least. */
export function isWaybillText(text: string): boolean {
  const number = waybillOf(text);
  return /^[A-Z0-9][A-Z0-9-]{5,34}$/.test(number) && (number.match(/\d/g)?.length ?? 0) >= 4;
}

/** `2026-11-05` at the wall clock in China; empty: no day, or one that could be two. */
export function readDay(text: string): string {
  if (text === '') return '';
  const at = readMoment(text);
  return typeof at === 'number' ? shopDate(at) : '';
}

/** What a line is charged for, by the word of its bill, the first that fits. */
const kindWords: readonly (readonly [BillFeeKind, RegExp])[] = [
  // 退款, 退费: money given back, for whatever.
  ['return', /退(?!款|费|还|补|差)|转寄|返程|return/i],
  ['insurance', /保价|保险|保费|insur/i],
  ['cod', /代收|cod/i],
  [
    'surcharge',
    /燃油|附加|调节|偏远|超区|超长|超重|旺季|补收|补差|差价|差额|追收|加收|续重|派费|派送|fuel|surcharge/i,
  ],
  ['label', /面单|单号费|label/i],
  ['other', /其他|包装|签单|签回单|手续费|操作费|增值|other|packing/i],
];

/** Product names (标快, 特惠) are charged as freight; so is a line whose bill says nothing. */
export function readFeeKind(text: string): BillFeeKind {
  return kindWords.find(([, word]) => word.test(text))?.[0] ?? 'freight';
}

const sumOfSome = /小计|^本页|^每?日|^[\d年月日/.-]+日?(?:合|共|总)/;
const sumWord =
  /^(?:[\d年月日/.-]+|[本当按每]?[日月页期周批次]|全部|以上)?(?:应[付收]|实[付收]|结算|费用|运费|金额|账单|票数)?(?:合计|总计|共计|总共|合共|累计|汇总|总(?:金额|费用|额|数|票数)|(?:grand|sub)?total)(?:[:：(（\d].*)?$|小计(?:[:：(（\d].*)?$/i;

/** Whether a cell marks its row as a total: of the whole bill, or of a day or a province. null: neither. */
export function readSumWord(text: string): 'whole' | 'part' | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain.length > 24 || !sumWord.test(plain)) return null;
  return sumOfSome.test(plain) || /^sub/i.test(plain) ? 'part' : 'whole';
}
