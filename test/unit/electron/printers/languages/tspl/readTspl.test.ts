import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../../electron/labels/encodePng.ts';
import { asBitmap } from '../../../../../doubles/languageReaders/dotSheet.ts';
import { readTspl } from '../../../../../doubles/languageReaders/readTspl.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';

const file = new URL('../../../../../fixtures/printers/lprint-1.3.1-4x6.tspl.gz', import.meta.url);
const foreign = gunzipSync(readFileSync(file));

describe('the TSPL reader these tests rely on', () => {
  it('reads a stream of another author (LPrint 1.3.1) to a picture with a readable barcode', () => {
    const label = readTspl(foreign);
    expect(label).toMatchObject({ bytesPerRow: 102, heightDots: 1218, copies: 1 });
    expect(scanBarcodes(encodePng(asBitmap(label, 203)))).toEqual(['CODE-128:YT8962646785389']);
  });

  it('notices a single byte too few or too many in the picture', () => {
    const at = foreign.indexOf('PRINT');
    const short = Buffer.concat([foreign.subarray(0, at - 1), foreign.subarray(at)]);
    const long = Buffer.concat([foreign.subarray(0, at), Buffer.from([0xff]), foreign.subarray(at)]);
    expect(() => readTspl(short)).toThrow();
    expect(() => readTspl(long)).toThrow();
  });
});
