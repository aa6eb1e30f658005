import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../../electron/labels/encodePng.ts';
import { asBitmap } from '../../../../../doubles/languageReaders/dotSheet.ts';
import { readCpcl } from '../../../../../doubles/languageReaders/readCpcl.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';

const file = new URL(
  '../../../../../fixtures/printers/cups-2.4.10-rastertolabel-4x6.cpcl.gz',
  import.meta.url,
);
const foreign = gunzipSync(readFileSync(file));
const words = ['PAGE-HEIGHT', 'TONE'];

describe('the CPCL reader these tests rely on', () => {
  it('reads a stream of another author (rastertolabel of CUPS 2.4.10) to a picture with readable codes', () => {
    const label = readCpcl(foreign, words);
    expect(label).toMatchObject({ bytesPerRow: 102, heightDots: 1213, copies: 1 });
    expect(new Set(scanBarcodes(encodePng(asBitmap(label, 203))))).toEqual(
      new Set(['CODE-128:YT8962646785389', 'QR-Code:YT8962646785389']),
    );
  });

  it('knows only the words it is told', () => {
    expect(() => readCpcl(foreign)).toThrow('PAGE-HEIGHT');
    expect(() => readCpcl(foreign, ['PAGE-HEIGHT'])).toThrow('TONE');
  });

  it('notices a single byte too few or too many in a row', () => {
    const at = foreign.indexOf('TONE');
    const short = Buffer.concat([foreign.subarray(0, at - 3), foreign.subarray(at - 2)]);
    const long = Buffer.concat([foreign.subarray(0, at - 2), Buffer.from([0]), foreign.subarray(at - 2)]);
    expect(() => readCpcl(short, words)).toThrow();
    expect(() => readCpcl(long, words)).toThrow();
  });
});
