import * as XLSX from '@e965/xlsx';
import { encodeGb18030 } from '../../../resources/samples/encodeGb18030.ts';
import { escapeXml, type TableWriter } from './tableWriter.ts';

type Rows = readonly (readonly string[])[];

function table(rows: Rows, cell: (text: string) => string): string {
  return rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
}

/** What Excel itself saves as a web page, and systems imitate under the name .xls. */
function officePage(rows: Rows, charset: string): string {
  const body = table(
    rows,
    (text) =>
      `<td class=xl24 style='mso-number-format:"\\@";vnd.ms-excel.numberformat:@'>${escapeXml(text)}</td>`,
  );
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=${charset}">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>订单</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
<style>td { mso-number-format:"\\@" } table > tr { color: red }</style></head>
<body><table border=0 x:str>
<col width=72><tbody>
${body}
</tbody></table></body></html>`;
}

function spreadsheetXml(rows: Rows, prefix: string): string {
  const cell = (text: string): string =>
    `<${prefix}Cell><${prefix}Data ss:Type="String">${escapeXml(text)}</${prefix}Data></${prefix}Cell>`;
  const body = rows.map((row) => `<${prefix}Row>${row.map(cell).join('')}</${prefix}Row>`).join('\n');
  const namespace = 'urn:schemas-microsoft-com:office:spreadsheet';
  const own = prefix === '' ? `xmlns="${namespace}" ` : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<${prefix}Workbook ${own}xmlns:ss="${namespace}"><${prefix}Styles><${prefix}Style ss:ID="s1"/></${prefix}Styles><${prefix}Worksheet ss:Name="订单"><${prefix}Table>${body}</${prefix}Table></${prefix}Worksheet></${prefix}Workbook>`;
}

function sheetJs(rows: Rows): string {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'a');
  return String(XLSX.write(book, { bookType: 'html', type: 'string' }));
}

/** HTML tables and XML spreadsheets that go by the name of .xls. */
export const webWriters: readonly TableWriter[] = [
  { name: 'Office page in UTF-8', write: (rows) => Buffer.from(officePage(rows, 'utf-8')) },
  { name: 'Office page in GBK', write: (rows) => Buffer.from(encodeGb18030(officePage(rows, 'gb2312'))) },
  { name: 'SheetJS page', write: (rows) => Buffer.from(sheetJs(rows)) },
  {
    name: 'tags in capitals, with a mark',
    write: (rows) =>
      Buffer.from(
        `\uFEFF<HTML><BODY><TABLE>${table(rows, (text) => `<TD NOWRAP>${escapeXml(text)}</TD>`).replaceAll('tr>', 'TR>')}</TABLE></BODY></HTML>`,
      ),
  },
  {
    name: 'a table alone, cells never closed',
    write: (rows) =>
      Buffer.from(
        `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${escapeXml(text)}`).join('')}`).join('\n')}</table>`,
      ),
  },
  {
    name: 'header cells and fonts inside',
    write: (rows) =>
      Buffer.from(
        `<!DOCTYPE html><html><body><table><thead>${table(rows.slice(0, 1), (text) => `<th><b><font color="#000">${escapeXml(text)}</font></b></th>`)}</thead><tbody>${table(rows.slice(1), (text) => `<td>\n  <span>${escapeXml(text)}</span>\n</td>`)}</tbody></table></body></html>`,
      ),
  },
  { name: 'XML spreadsheet', write: (rows) => Buffer.from(spreadsheetXml(rows, '')) },
  { name: 'XML spreadsheet with prefixes', write: (rows) => Buffer.from(spreadsheetXml(rows, 'ss:')) },
];
