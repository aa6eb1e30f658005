import * as XLSX from '@e965/xlsx';
import type { TableWriter } from './tableWriter.ts';

function writer(name: string, options: XLSX.WritingOptions, sheets: number): TableWriter {
  return {
    name,
    write: (rows) => {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '订单');
      for (let extra = 1; extra < sheets; extra += 1) {
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['说明']]), `说明${extra}`);
      }
      return Buffer.from(XLSX.write(book, { bookType: 'biff8', type: 'buffer', ...options }));
    },
  };
}

/** Excel 97–2003 workbooks. */
export const xlsWriters: readonly TableWriter[] = [
  writer('shared strings', { bookSST: true }, 1),
  writer('strings in the cells', { bookSST: false }, 1),
  writer('three sheets', { bookSST: true }, 3),
];
