import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { describeError, type Language } from '../../../shared/errors/describeError.ts';
import type { AttentionRow } from '../../usecases/importOrders.ts';

export interface AttentionView {
  readonly orderNo: string;
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
}

/** A complaint with its words. */
export function attentionView(row: AttentionRow, language: Language): AttentionView {
  const text = isErrorCode(row.code)
    ? describeError(row.code, { orderNo: row.orderNo, row: row.rowNumber, ...row.params }, language)
    : { says: row.code, next: '' };
  return {
    orderNo: row.orderNo,
    row: row.rowNumber,
    code: row.code,
    field: row.field,
    message: text.says,
    suggestion: text.next,
  };
}

/** One line for people: which order, what is wrong, what to do. */
export function attentionLine({ orderNo, row, code, message, suggestion }: AttentionView): string {
  const where = [row > 0 ? `#${row}` : '', orderNo].filter((part) => part !== '').join(' ');
  return `  ${where}  ${message} ${suggestion} [${code}]`;
}
