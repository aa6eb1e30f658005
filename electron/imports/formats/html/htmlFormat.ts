import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { TextEncoding } from '../../kit/encodingQuestion.ts';
import { readWhole } from '../../kit/openSource.ts';
import { catchTableFault, type OpenTable, someAtATime, type TableFormat } from '../../kit/tableFormat.ts';
import { findTextEncoding, markedEncoding } from '../../kit/textEncoding.ts';
import { htmlRows } from './htmlRows.ts';
import { htmlTables } from './htmlTables.ts';

/** Held in memory as text, twice over while it is cut: systems that export HTML stop far below. */
const mostBytes = 50 * 1024 * 1024;

const encodingNames: Readonly<Record<string, TextEncoding>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
};

/** What `<meta charset>` or the XML declaration says, where it is an encoding that the bytes alone do not prove. */
function declaredEncoding(head: Uint8Array): TextEncoding | null {
  const start = new TextDecoder('latin1').decode(head);
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})/i.exec(start)?.[1] ?? '';
  return encodingNames[name.toLowerCase()] ?? null;
}

/** Web pages and XML spreadsheets that call themselves “.xls”. */
export const htmlFormat: TableFormat = {
  id: 'html',
  sniff: ({ head }) => {
    const encoding = markedEncoding(head);
    const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
    const start = new TextDecoder(isWide ? encoding : 'latin1')
      .decode(head)
      .replace(/^(?:ï»¿|\uFEFF|\s)+/, '');
    return (
      start.startsWith('<') && /<(?:\w+:)?(?:html|table|workbook|meta|head)\b|<!doctype html/i.test(start)
    );
  },
  open: (source): Promise<Outcome<OpenTable>> =>
    catchTableFault(async () => {
      const found = await findTextEncoding(source, declaredEncoding(source.head));
      if (!found.ok) return found;
      const { encoding, isLossy, question } = found.value;
      const page = new TextDecoder(encoding, { fatal: !isLossy }).decode(await readWhole(source, mostBytes));
      const tables = htmlTables(page);
      if (tables.length === 0) return failure('IMPORT_FORMAT_UNKNOWN');
      return done({
        format: 'html',
        encoding,
        ...(question === undefined ? {} : { encodingQuestion: question }),
        sheets: tables.map(({ name, markup }) => ({ name, rows: () => someAtATime(htmlRows(markup)) })),
        close: async () => {},
      });
    }),
};
