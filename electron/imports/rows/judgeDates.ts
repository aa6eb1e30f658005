import { shippingDayOf } from '../../../shared/domain/intake/noteDays.ts';
import { dayMs, hourMs, shopMinute } from '../../../shared/rules/shopTime.ts';
import { isUnreadMoment, type Moment, readMoment } from '../kit/moment.ts';
import type { OrderTimes } from '../kit/orderDraft.ts';
import type { CellEntry, Judgement, RowCells } from './rowCells.ts';

/** A promise due within this is worth hurrying for. */
const nearMs = 6 * hourMs;
/** Headers under which the date is the earliest allowed, not the latest. */
const notBefore = /预约|开始|要求|指定|计划|期望|约定/;
/** `2026-11-28`, also as a spreadsheet counts days. */
const dayAlone = /^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{5})$/;
/** 下周三, 5月3日: an appointment all the same, which only a person can keep. */
const namesDay = /[1-9]|周|星期|[明后]天/;
const range = /\s*[~～至]\s*|\s+-\s+/;

/** The moment a range begins or ends with, or the only one. A day without a time ends with its last second. */
function momentOf(text: string, isStart: boolean): Moment {
  const parts = text.split(range);
  const part = (isStart ? parts[0] : parts[parts.length - 1]) ?? '';
  const at = readMoment(part);
  return typeof at === 'number' && !isStart && dayAlone.test(part.trim()) ? at + dayMs - 1_000 : at;
}

/** Is this column's date the first on which the order may leave, not the last? */
const isEarliest = (header: string): boolean => notBefore.test(header) && !/截止|承诺/.test(header);

const noTimes: OrderTimes = { paidAt: null, shipBy: null, promisedAt: null };

/** A date that cannot be read, or could be two days, is left out; where shipping does not depend on it, it is only reported. */
function noteUnreadDate(
  { text, header }: CellEntry,
  at: Moment,
  field: 'payTime' | 'orderTime' | 'promiseShipTime' | 'promiseArriveTime' | 'phoneExpire',
  judgement: Judgement,
): void {
  if (isUnreadMoment(text, at)) judgement.note('IMPORT_DATE_UNREADABLE', field, { column: header });
}

/** The moment in the first column of a field, if it is one. */
export function readMomentOf(
  cells: RowCells,
  field: 'payTime' | 'orderTime',
  judgement: Judgement,
): number | null {
  const text = cells.text(field);
  const at = readMoment(text);
  if (typeof at === 'number') return at;
  noteUnreadDate({ text, header: cells.columns.headerOf(field) }, at, field, judgement);
  return null;
}

/**
 * What a row says of its order's times. A last day to ship that could be two days is not known; whether it is asked about
 * is for `judgeDates` to say.
 */
export function readTimes(cells: RowCells, judgement: Judgement): OrderTimes {
  if (!cells.columns.hasTimes) return noTimes;
  const shipBy = cells
    .entries('promiseShipTime')
    .filter(({ header }) => !isEarliest(header))
    .map(({ text }) => momentOf(text, false))
    .filter((at) => typeof at === 'number');
  const arrivals = cells.entries('promiseArriveTime').map((entry) => {
    const at = momentOf(entry.text, false);
    noteUnreadDate(entry, at, 'promiseArriveTime', judgement);
    return at;
  });
  return {
    paidAt: readMomentOf(cells, 'payTime', judgement),
    shipBy: shipBy.length === 0 ? null : Math.min(...shipBy),
    promisedAt: arrivals.find((at) => typeof at === 'number') ?? null,
  };
}

/** A future appointment holds the order; a promise that has passed or is near is reported. */
function judgePromise(cells: RowCells, now: number, judgement: Judgement): void {
  if (!cells.columns.has('promiseShipTime')) return;
  let promised = Number.POSITIVE_INFINITY;
  for (const entry of cells.entries('promiseShipTime')) {
    const { text, header } = entry;
    const isStart = isEarliest(header);
    const at = momentOf(text, isStart);
    if (at === 'ambiguous') judgement.ask('IMPORT_DATE_AMBIGUOUS', 'promiseShipTime', { column: header });
    else if (at === null && isStart && namesDay.test(text)) {
      judgement.ask('IMPORT_DATE_UNREADABLE', 'promiseShipTime', { column: header });
    } else if (at === null) noteUnreadDate(entry, at, 'promiseShipTime', judgement);
    else if (!isStart) promised = Math.min(promised, at);
    else if (at > now) judgement.ask('IMPORT_SHIP_LATER', 'promiseShipTime', { date: shopMinute(at) });
  }
  if (promised > now + nearMs) return;
  const code = promised <= now ? 'IMPORT_PROMISE_PASSED' : 'IMPORT_PROMISE_NEAR';
  judgement.note(code, 'promiseShipTime', { date: shopMinute(promised) });
}

/** 发货日期 of an own list is the day its parcel left, or is to leave. A day without its year is one near to today. */
function judgeShipDay(cells: RowCells, now: number, judgement: Judgement): void {
  for (const { text } of cells.entries('shipTime')) {
    const at = momentOf(text, true) ?? shippingDayOf(`发货时间${text}`, now)?.at;
    if (typeof at === 'number' && at > now)
      judgement.ask('IMPORT_SHIP_LATER', 'promiseShipTime', { date: shopMinute(at) });
  }
}

/** An expired virtual number makes the parcel undeliverable. */
function judgeVirtualNumber(cells: RowCells, now: number, judgement: Judgement): void {
  const text = cells.text('phoneExpire');
  if (text === '') return;
  const at = readMoment(text);
  const header = cells.columns.headerOf('phoneExpire');
  if (at === 'ambiguous') judgement.ask('IMPORT_DATE_AMBIGUOUS', 'phone', { column: header });
  else if (at === null) noteUnreadDate({ text, header }, at, 'phoneExpire', judgement);
  else if (at <= now) judgement.ask('IMPORT_VIRTUAL_EXPIRED', 'phone', { date: shopMinute(at) });
  const written = [cells.text('receiverPhone'), cells.text('receiverName'), cells.text('phoneExt')];
  const hasExtension =
    written[2] !== '' ||
    /\d[-_,，转 ]+\d{2,6}$/.test(written[0] ?? '') ||
    /\[\d{3,6}\]/.test(written[1] ?? '');
  if (written[0] !== '' && !hasExtension) judgement.note('IMPORT_VIRTUAL_NO_EXTENSION', 'phone');
}

/** What the dates of a row say about shipping it today. Silent when the present day is not given. */
export function judgeDates(cells: RowCells, judgement: Judgement): void {
  const { now } = cells.columns;
  if (now === null || judgement.verdict === 'skip') return;
  judgePromise(cells, now, judgement);
  judgeShipDay(cells, now, judgement);
  judgeVirtualNumber(cells, now, judgement);
}
