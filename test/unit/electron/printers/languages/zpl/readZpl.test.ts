import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../../electron/labels/encodePng.ts';
import { asBitmap } from '../../../../../doubles/languageReaders/dotSheet.ts';
import { unpackZplPicture } from '../../../../../doubles/languageReaders/readZpl.ts';
import { scanBarcodes } from '../../../../../doubles/printers/scanBarcodes.ts';

/** Both store a picture (`~DGR`) in run lengths over hex, print it and delete it. */
const authors = ['cups-2.4.10-rastertolabel-4x6.zpl.gz', 'lprint-1.3.1-4x6.zpl.gz'];

function pictureOf(name: string): { text: string; total: number; bytesPerRow: number } {
  const file = new URL(`../../../../../fixtures/printers/${name}`, import.meta.url);
  const stream = gunzipSync(readFileSync(file)).toString('latin1').replace(/\s/g, '');
  const found = /~DGR:[\w.]+,(\d+),(\d+),([0-9A-Fa-fG-Yg-z,!:]+)/.exec(stream);
  if (found === null) throw new Error(`no picture in ${name}`);
  return { text: found[3] as string, total: Number(found[1]), bytesPerRow: Number(found[2]) };
}

describe.each(authors)('the reader of run lengths these tests rely on, on %s', (name) => {
  it('reads a stream of another author to a picture with a readable barcode', () => {
    const { text, total, bytesPerRow } = pictureOf(name);
    const data = unpackZplPicture(text, bytesPerRow);
    expect(data.length).toBe(total);
    const label = { widthDots: bytesPerRow * 8, heightDots: total / bytesPerRow, bytesPerRow, data };
    expect(scanBarcodes(encodePng(asBitmap(label, 203)))).toContain('CODE-128:YT8962646785389');
  });

  it('notices a digit too few or too many in a row, and signs that mean nothing', () => {
    const { text, bytesPerRow } = pictureOf(name);
    expect(() => unpackZplPicture(`${text}0`, bytesPerRow)).toThrow('not whole');
    expect(() => unpackZplPicture(`zzzzz0${text}`, bytesPerRow)).toThrow('digits');
    expect(() => unpackZplPicture(`${text}^`, bytesPerRow)).toThrow('"^"');
    expect(() => unpackZplPicture(`:${text}`, bytesPerRow)).toThrow();
  });
});
