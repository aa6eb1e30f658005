import { questionsOfNote } from '../../../shared/domain/intake/noteWords.ts';
import { readAmountFen } from '../kit/quantities.ts';
import type { CanonicalField } from '../profiles/headerSpellings.ts';
import {
  closedPattern,
  noHoldWords,
  noRefundPattern,
  noRefundWords,
  normaliseStatus,
  notByCourierPattern,
  notGoodsPattern,
  refundedPattern,
  sellersTurnPattern,
  statusWords,
} from '../profiles/statusWords.ts';
import { statusKey } from '../recognition/headerDictionary.ts';
import { judgeDates } from './judgeDates.ts';
import { Judgement, type RowCells } from './rowCells.ts';

const shipWords: ReadonlySet<string> = new Set(statusWords.ship);
const waitWords: ReadonlySet<string> = new Set(statusWords.wait);
const shippedWords: ReadonlySet<string> = new Set(statusWords.shipped);
const closedWords: ReadonlySet<string> = new Set(statusWords.closed);
const noRefund: ReadonlySet<string> = new Set(noRefundWords);
const noHold: ReadonlySet<string> = new Set(noHoldWords);

/** Longer than any status word; what stands there then is no status. */
const longestWord = 40;

/** The word as the file writes it, for the person who is asked what it means. */
function unknownWord(text: string): { readonly word: string } {
  return { word: text.slice(0, longestWord) };
}

/** A word that a person explained before means what they said. False when none did. */
function judgeByAnswer(cells: RowCells, word: string, field: string, judgement: Judgement): boolean {
  if (cells.columns.statusAnswers.size === 0) return false;
  const answer = cells.columns.statusAnswers.get(statusKey(cells.columns.profile, word));
  if (answer === 'ask') judgement.ask('IMPORT_STATUS_WAITING', field);
  else if (answer === 'shipped') judgement.skip('IMPORT_ALREADY_SHIPPED', field);
  else if (answer === 'never') judgement.skip('IMPORT_ORDER_CLOSED', field);
  return answer !== undefined;
}

/** All money went back: part of it leaves goods to ship. */
function isRefunded(word: string): boolean {
  return refundedPattern.test(word) && !word.includes('部分');
}

/** The refusing words are asked first: 已发货，退款成功 holds both. */
function judgeStatus(cells: RowCells, judgement: Judgement, isContinuation: boolean): void {
  if (!cells.columns.has('status')) return;
  const text = cells.text('status');
  if (text === '' && isContinuation) return;
  const word = normaliseStatus(text);
  if (judgeByAnswer(cells, word, 'status', judgement)) return;
  if (cells.columns.shipWords.includes(word)) return;
  if (isRefunded(word)) judgement.skip('IMPORT_REFUNDED', 'status');
  else if (closedWords.has(word) || closedPattern.test(word)) judgement.skip('IMPORT_ORDER_CLOSED', 'status');
  else if (shippedWords.has(word)) judgement.skip('IMPORT_ALREADY_SHIPPED', 'status');
  else if (/退款|售后/.test(word)) judgement.ask('IMPORT_REFUND_OPEN', 'status');
  else if (waitWords.has(word)) judgement.ask('IMPORT_STATUS_WAITING', 'status');
  else if (!shipWords.has(word) && !sellersTurnPattern.test(word))
    judgement.ask('IMPORT_STATUS_UNKNOWN', 'status', unknownWord(text));
}

function judgeShipState(cells: RowCells, judgement: Judgement): void {
  for (const text of cells.texts('shipState')) {
    const word = normaliseStatus(text);
    if (judgeByAnswer(cells, word, 'shipState', judgement)) continue;
    if (shippedWords.has(word)) judgement.skip('IMPORT_ALREADY_SHIPPED', 'shipState');
    else if (waitWords.has(word)) judgement.ask('IMPORT_STATUS_WAITING', 'shipState');
    // A line of Shopify that waits to be sent is pending; a payment that is pending ships nothing.
    else if (!shipWords.has(word) && word !== 'pending')
      judgement.ask('IMPORT_STATUS_UNKNOWN', 'shipState', unknownWord(text));
  }
}

function judgeRefund(cells: RowCells, judgement: Judgement): void {
  for (const text of cells.texts('refundStatus')) {
    const word = normaliseStatus(text);
    if (noRefund.has(word) || noRefundPattern.test(word)) continue;
    if (isRefunded(word)) judgement.skip('IMPORT_REFUNDED', 'refundStatus');
    else judgement.ask('IMPORT_REFUND_OPEN', 'refundStatus');
  }
  const isSomeBack = cells.texts('refundAmount').some((text) => readAmountFen(text) !== 0);
  if (isSomeBack) judgement.ask('IMPORT_REFUND_OPEN', 'refundAmount');
}

const holdFields = ['holdFlag', 'closeReason'] as const;

/** Columns that say themselves whether the order is to wait. */
function judgeFlags(cells: RowCells, judgement: Judgement): void {
  for (const field of holdFields) {
    for (const { text, header } of cells.entries(field)) {
      if (noHold.has(normaliseStatus(text))) continue;
      judgement.ask('IMPORT_HELD', field, { column: header });
    }
  }
  for (const { index, header, rule } of cells.columns.flags) {
    const word = normaliseStatus(cells.at(index));
    if (rule.when === 'filled' ? noHold.has(word) : !rule.when.includes(word)) continue;
    if (rule.verdict === 'skip') judgement.skip(rule.code, 'status');
    else judgement[rule.verdict](rule.code, 'holdFlag', { column: header });
  }
}

/** What people wrote on the cells of the row, and what stands in columns that nothing is read of: a state that the list keeps. */
function judgeUnread(cells: RowCells, judgement: Judgement): void {
  const { comment } = cells.row;
  const asked = comment === undefined ? [] : questionsOfNote('sellerRemark', comment, '');
  for (const { params } of asked)
    judgement.ask('IMPORT_COMMENT_SAYS', 'row', { word: params.word ?? '预售' });
  for (const { index, header } of cells.columns.unread)
    if (saysWaitShortly(cells.at(index), cells.columns.states))
      judgement.ask('IMPORT_HELD', 'holdFlag', { column: header });
}

/** Longer texts are no state, and stand in such columns for much else. */
const longestState = 12;
/** Of few different words each is judged once; a table whose every cell differs begins anew. */
const mostStates = 1000;

function saysWaitShortly(text: string, known: Map<string, boolean>): boolean {
  if (text === '' || text.length > longestState || !/\p{L}/u.test(text)) return false;
  let says = known.get(text);
  if (says === undefined) {
    if (known.size >= mostStates) known.clear();
    says = questionsOfNote('sellerRemark', text, '').length > 0;
    known.set(text, says);
  }
  return says;
}

const noteFields = ['sellerRemark', 'buyerRemark'] as const;

function judgeNotes(cells: RowCells, judgement: Judgement): void {
  for (const field of noteFields) {
    for (const { text, header } of cells.entries(field))
      for (const { code, params } of questionsOfNote(field, text, header, cells.columns.now))
        judgement.ask(code, field, params);
  }
}

function judgeHolds(cells: RowCells, judgement: Judgement): void {
  judgeFlags(cells, judgement);
  if (cells.texts('isPresale').some((text) => /^是$|^true$|^1$|(?<!非)预售/i.test(text))) {
    judgement.ask('IMPORT_PRESALE', 'isPresale');
  }
  for (const { text, header } of cells.entries('delivType')) {
    if (!notByCourierPattern.test(text.toLowerCase())) continue;
    judgement.ask('IMPORT_NOT_BY_COURIER', 'delivType', { column: header });
  }
  judgeNotes(cells, judgement);
  judgeUnread(cells, judgement);
  if (notGoodsPattern.test(cells.text('goodsName'))) judgement.ask('IMPORT_NOT_GOODS', 'items');
}

/**
 * May this row go out by what the platform and the seller say? Whether the receiver is usable is judged elsewhere.
 * `isContinuation`: the status of the order stands in another row.
 */
export function judgeRow(cells: RowCells, isContinuation = false): Judgement {
  const judgement = new Judgement();
  judgeStatus(cells, judgement, isContinuation);
  judgeShipState(cells, judgement);
  judgeRefund(cells, judgement);
  judgeHolds(cells, judgement);
  judgeDates(cells, judgement);
  if (cells.row.isHidden === true) judgement.ask('IMPORT_HIDDEN_ROW', 'row');
  if (cells.isStruck()) judgement.ask('IMPORT_STRUCK_OUT', 'row');
  const { doubtfulSheet } = cells.columns.facts;
  if (doubtfulSheet !== null) judgement.ask('IMPORT_SHEET_SAYS_NOT', 'row', { sheet: doubtfulSheet });
  return judgement;
}

/** Texts that are kept and printed or written back, with the order's field that a complaint names. */
const keptTexts: readonly (readonly [CanonicalField, string])[] = [
  ['goodsName', 'items'],
  ['goodsShortName', 'items'],
  ['sku', 'items'],
  ['newSku', 'items'],
  ['skuCode', 'items'],
  ['goodsCode', 'items'],
  ['buyerRemark', 'buyerRemark'],
  ['sellerRemark', 'sellerRemark'],
  ['shop', 'shop'],
  ['waybillNo', 'waybillNo'],
];
/** Programs write `?` for a character their encoding does not have; nobody types one beside a Chinese character. */
const lostCharacter = /[\u3400-\u9fff]\?|\?[\u3400-\u9fff]|^\?+$/;
const receiverTexts: readonly (readonly [CanonicalField, string])[] = [
  ['receiverName', 'name'],
  ['addressDetail', 'address'],
  ['fullAddress', 'address'],
];

/** Lost characters, or what a formula shows in place of the value it could not find: #N/A, #REF!, #VALUE!. */
const isLostText = (text: string): boolean => /\uFFFD|锟斤拷|^#[A-Z/0]+[!?A]?$/.test(text);

/** Characters that another program lost are never stored without a word. The receiver's marked cells are judged elsewhere. */
export function judgeTexts(cells: RowCells, judgement: Judgement): void {
  for (const [field, named] of receiverTexts) {
    const text = cells.text(field);
    if (text.includes('?') && lostCharacter.test(text)) judgement.ask('IMPORT_TEXT_DAMAGED', named);
  }
  if (!cells.row.cells.some((cell) => cell.isDamaged === true)) return;
  const asked = new Set<string>();
  for (const [field, named] of keptTexts) {
    const isLost =
      cells.isUncalculated(field) || (cells.isDamaged(field) && cells.texts(field).some(isLostText));
    if (asked.has(named) || !isLost) continue;
    asked.add(named);
    judgement.ask('IMPORT_TEXT_DAMAGED', named);
  }
}
