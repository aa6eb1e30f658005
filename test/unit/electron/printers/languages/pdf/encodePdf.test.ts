import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { labelMedia } from '../../../../../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../../../../../electron/labels/renderLabel.ts';
import { pdfLanguage } from '../../../../../../electron/printers/languages/pdf/pdfLanguage.ts';
import { shippedFonts } from '../../../../../doubles/printers/labelFonts.ts';
import { plainLabel } from '../../../../../doubles/printers/standardLabels.ts';

const rendered = renderLabel(plainLabel, { size: '76x130', dpi: 203 }, shippedFonts());
if (!rendered.ok) throw new Error(rendered.code);
const pdf = Buffer.from(pdfLanguage.encode(rendered.value, labelMedia['76x130']));
const text = pdf.toString('latin1');

it('is a page of the real size of the label', () => {
  const box = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
  const millimetres = [box?.[1], box?.[2]].map((value) => (Number(value) / 72) * 25.4);
  expect(millimetres[0]).toBeCloseTo(76, 2);
  expect(millimetres[1]).toBeCloseTo(130, 2);
});

it('holds the very dots that are printed', () => {
  const start = text.indexOf('stream\n', text.indexOf('/Subtype /Image')) + 'stream\n'.length;
  const length = Number(/\/FlateDecode \/Length (\d+)/.exec(text)?.[1]);
  const image = inflateSync(pdf.subarray(start, start + length));
  expect(Buffer.compare(image, rendered.value.data)).toBe(0);
  expect(text.slice(start + length, start + length + 10)).toBe('\nendstream');
});

it('points readers to each of its objects', () => {
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(table, table + 9)).toBe('xref\n0 6\n');
  const offsets = [...text.slice(table).matchAll(/(\d{10}) 00000 n /g)].map((match) => Number(match[1]));
  expect(offsets.map((offset, index) => text.startsWith(`${index + 1} 0 obj\n`, offset))).toEqual(
    Array(5).fill(true),
  );
});

it('tells nothing but the picture: no title, no date, no producer', () => {
  expect(text).not.toMatch(/\/(Title|Author|CreationDate|Producer|Info)/);
});
