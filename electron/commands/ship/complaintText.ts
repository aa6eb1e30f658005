import { isErrorCode } from '../../../shared/errors/catalogue.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import type { AttentionRow } from '../../usecases/intake/importOrders.ts';
import { commandText } from '../main/commandText.ts';

export interface AttentionView {
  readonly orderNo: string;
  readonly row: number;
  readonly code: string;
  readonly field: string;
  readonly message: string;
  readonly suggestion: string;
  /** Only where a whole file is meant. */
  readonly file?: string;
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
    ...(row.file === undefined ? {} : { file: row.file }),
  };
}

/** Kinds of complaints shown to a person; the result file holds every single one. */
const shownKinds = 12;
/** Orders named for one kind of complaint. */
const shownOrders = 3;

/** For people: each kind of complaint once, with the orders it is about. */
export function attentionLines(views: readonly AttentionView[], language: Language): string[] {
  const kinds = new Map<string, AttentionView[]>();
  for (const view of views) kinds.set(view.message, [...(kinds.get(view.message) ?? []), view]);
  const lines = [...kinds.values()].slice(0, shownKinds).map((alike) => kindLine(alike, language));
  const hidden = kinds.size - lines.length;
  return hidden > 0 ? [...lines, commandText(language, 'more', { count: hidden })] : lines;
}

function kindLine(alike: readonly AttentionView[], language: Language): string {
  const [first] = alike;
  if (first === undefined) return '';
  const named = alike.map(({ row, orderNo, file = '' }) =>
    [file, row > 0 ? `#${row}` : '', orderNo].filter((part) => part !== '').join(' '),
  );
  // One order may complain of name, phone and address alike.
  const places = [...new Set(named)];
  const orders = places.slice(0, shownOrders);
  const others =
    places.length > shownOrders ? commandText(language, 'andOthers', { count: places.length }) : '';
  return `  ${orders.join(', ')}${others}  ${first.message} ${first.suggestion} [${first.code}]`;
}
