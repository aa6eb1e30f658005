import { deflateSync } from 'node:zlib';
import type { LabelBitmap } from '../../shared/domain/printing/labelDocument.ts';
import { dotsPerMm } from './layout/labelMedia.ts';

/** Points of 1/72 inch; with three decimals a dot is placed to a thousandth. */
function points(dots: number, dpi: LabelBitmap['dpi']): string {
  return ((dots / dotsPerMm(dpi)) * (72 / 25.4)).toFixed(3);
}

/**
 * One-page PDF (ISO 32000-1) of the label in its real size: the very dots that are printed, as an image mask,
 * so nothing is smoothed. For office printers and archives. No date and no title: the same dots give the same file.
 */
export function encodePdf(bitmap: LabelBitmap): Uint8Array {
  const { widthDots, heightDots, bytesPerRow, data, dpi } = bitmap;
  const [width, height] = [points(widthDots, dpi), points(heightDots, dpi)];
  // An image is as wide as its rows say: padding bits are cut off by Width, each row starts at a byte.
  const image = deflateSync(data.subarray(0, bytesPerRow * heightDots), { level: 6 });
  const content = Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /Label Do Q`, 'latin1');
  const stream = (dictionary: string, body: Uint8Array): Uint8Array =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${body.length} >>\nstream\n`, 'latin1'),
      body,
      Buffer.from('\nendstream', 'latin1'),
    ]);
  const text = (body: string): Uint8Array => Buffer.from(body, 'latin1');
  const objects = [
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    text(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R ` +
        '/Resources << /XObject << /Label 5 0 R >> >> >>',
    ),
    stream('', content),
    stream(
      `/Type /XObject /Subtype /Image /Width ${widthDots} /Height ${heightDots} /ImageMask true ` +
        '/BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode',
      image,
    ),
  ];
  const parts: Uint8Array[] = [text('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const whole = Buffer.concat([text(`${index + 1} 0 obj\n`), body, text('\nendobj\n')]);
    const offset = length;
    parts.push(whole);
    length += whole.length;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`),
    text(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}
