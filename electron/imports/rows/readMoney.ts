import { readAmountFen } from '../kit/quantities.ts';
import type { Judgement, RowCells } from './rowCells.ts';

function readAmount(cells: RowCells, field: 'codAmount' | 'insuredValue', judgement: Judgement): number {
  const text = cells.text(field);
  const isUncalculated = cells.isUncalculated(field);
  if (text === '' && !isUncalculated) return 0;
  // 是 and 否 stand in columns that only say whether there is any.
  const isNone = /^(?:否|不|不(?:需要?|用|要|保价?|代收)|无需|未保价|no|false)$/i.test(text);
  const amount = isUncalculated ? null : isNone ? 0 : readAmountFen(text);
  if (amount === null) {
    judgement.ask('IMPORT_AMOUNT_UNREADABLE', field === 'codAmount' ? 'codAmountFen' : 'insuredValueFen');
  }
  return amount ?? 0;
}

const cashOnDelivery = /货到付款|代收货款|cash\s*on\s*delivery|^cod$/i;
const yes = /^(?:是|需要|有|1|yes|y|true|√|✓)$/i;

/** How the buyer pays, in whichever column it stands: 货到付款 as a way of payment, or a column of that name that says yes. */
function isPaidAtDoor(cells: RowCells): boolean {
  const isCash = (text: string): boolean => cashOnDelivery.test(text);
  return (
    cells.texts('payChannel').some(isCash) ||
    cells.texts('payMode').some(isCash) ||
    cells.columns.codFlags.some((index) => yes.test(cells.at(index)) || isCash(cells.at(index)))
  );
}

/**
 * What the courier is to collect and what the parcel is insured for. An order paid at the door without an amount would leave with
 * nothing to collect. `isContinuation`: the amount of the order stands in another row.
 */
export function readMoney(
  cells: RowCells,
  judgement: Judgement,
  isContinuation: boolean,
): { readonly codAmountFen: number; readonly insuredValueFen: number } {
  const codAmountFen = readAmount(cells, 'codAmount', judgement);
  const insuredValueFen = readAmount(cells, 'insuredValue', judgement);
  const isUnread = judgement.complaints.some(({ field }) => field === 'codAmountFen');
  if (codAmountFen === 0 && !isContinuation && !isUnread && isPaidAtDoor(cells)) {
    judgement.ask('IMPORT_COD_NO_AMOUNT', 'codAmountFen');
  }
  return { codAmountFen, insuredValueFen };
}
