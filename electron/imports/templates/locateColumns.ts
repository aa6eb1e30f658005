import { cleanCellText } from '../kit/cellText.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { exactField } from '../recognition/headerDictionary.ts';

export interface TemplateColumns {
  readonly headerRowNumber: number;
  readonly orderNo: number;
  readonly carrier: number;
  readonly waybillNo: number;
}

export interface TemplateRow {
  readonly rowNumber: number;
  readonly texts: readonly string[];
}

/** Headers are looked for in so many rows. */
const headerRows = 20;

/** The dictionary's fields, in the order they are preferred: the platform's own number before an ERP's. */
const orderFields = ['orderNo', 'subOrderNo', 'erpOrderNo'] as const;

/** `物流编码` and the like hold codes of the platform: a name written there would be refused. */
const carrierHeader =
  /^(?:快递|物流|承运|配送)(?:公司|商|方|企业)?(?:名称|名)?$|^trackingcompany$|^carrier-?name$/;
const waybillHeader =
  /^(?:运单|快递|物流|面单|包裹)(?:编?号|单号|单编号)$|^trackingnumber$|^tracking-number$/;

/** Where order number, carrier and waybill number stand; null: no row of the head names all three. */
export function locateColumns(rows: readonly TemplateRow[]): TemplateColumns | null {
  for (const { rowNumber, texts } of rows.slice(0, headerRows)) {
    const headers = texts.map((text) => normaliseHeader(cleanCellText(text)));
    const find = (matches: (header: string) => boolean) =>
      headers.findIndex((one) => one !== '' && matches(one));
    const orders = orderFields.map((field) => find((header) => exactField(header) === field));
    const orderNo = orders.find((index) => index >= 0) ?? -1;
    const carrier = find((header) => exactField(header) === 'carrier' || carrierHeader.test(header));
    const waybillNo = find((header) => exactField(header) === 'waybillNo' || waybillHeader.test(header));
    if (orderNo >= 0 && carrier >= 0 && waybillNo >= 0 && carrier !== waybillNo)
      return { headerRowNumber: rowNumber, orderNo, carrier, waybillNo };
  }
  return null;
}

/** Row number → column index → new text. Rows beyond the last one are added. */
export type TemplateEdits = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Numbers a spreadsheet column as its letters do: 0 is A. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

export function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
