import type { ReadLabel } from './dotSheet.ts';
import { readCpcl } from './readCpcl.ts';
import { readEscpos } from './readEscpos.ts';
import { readPdf } from './readPdf.ts';
import { readTspl } from './readTspl.ts';
import { readZpl } from './readZpl.ts';

/** One for each language of the product: reads its bytes strictly, back to the dots on the paper. */
export const languageReaders: Readonly<Record<string, (bytes: Uint8Array) => ReadLabel>> = {
  tspl: readTspl,
  zpl: readZpl,
  cpcl: readCpcl,
  escpos: readEscpos,
  pdf: readPdf,
};
