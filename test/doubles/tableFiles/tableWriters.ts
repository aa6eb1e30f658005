import type { TableWriter } from './tableWriter.ts';
import { textWriters } from './textWriters.ts';
import { webWriters } from './webWriters.ts';
import { xlsWriters } from './xlsWriters.ts';
import { xlsxWriters } from './xlsxWriters.ts';

/** By the id of the format that reads them. */
export const tableWriters: Readonly<Record<'csv' | 'html' | 'xls' | 'xlsx', readonly TableWriter[]>> = {
  csv: textWriters,
  html: webWriters,
  xls: xlsWriters,
  xlsx: xlsxWriters,
};
