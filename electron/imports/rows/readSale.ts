import type { SaleFacts } from '../../../shared/domain/intake/saleFacts.ts';
import { readAmountFen } from '../kit/quantities.ts';
import { readMomentOf } from './judgeDates.ts';
import type { Judgement, RowCells } from './rowCells.ts';

/** Longer ones are no names and numbers but texts that slipped in. */
const mostCharacters = 100;

const brief = (text: string): string => text.slice(0, mostCharacters);

/** What a row says of the sale; null: nothing. An unreadable value counts as missing without a question; an unreadable date is reported. */
export function readSale(cells: RowCells, judgement: Judgement): SaleFacts | null {
  if (!cells.columns.hasSale) return null;
  const buyer = brief(cells.text('buyer'));
  const originalNo = brief(cells.text('origOrderNo'));
  const amountFen = amountOf(cells.text('amount'));
  const paidFen = amountOf(cells.text('paidAmount'));
  const payChannel = brief(cells.text('payChannel'));
  const orderedAt = readMomentOf(cells, 'orderTime', judgement);
  const oaid = cells.text('oaid');
  const warehouse = brief(cells.text('warehouse'));
  const flag = brief(cells.text('flag'));
  const facts: SaleFacts = {
    ...(buyer === '' ? {} : { buyer }),
    ...(originalNo === '' || originalNo === cells.text('orderNo') ? {} : { originalNo }),
    ...(amountFen === null ? {} : { amountFen }),
    ...(paidFen === null ? {} : { paidFen }),
    ...(payChannel === '' ? {} : { payChannel }),
    ...(orderedAt === null ? {} : { orderedAt }),
    ...(oaid === '' ? {} : { oaid }),
    ...(warehouse === '' ? {} : { warehouse }),
    ...(flag === '' ? {} : { flag }),
  };
  return Object.keys(facts).length === 0 ? null : facts;
}

/** null: there is none, or it is no amount. */
const amountOf = (text: string): number | null => (text === '' ? null : readAmountFen(text));
