import { deflateSync } from 'node:zlib';
import type { LabelBitmap } from '../../../../shared/domain/printing/labelDocument.ts';
import type { SheetPage, SheetPicture } from '../../kit/printerLanguage.ts';

/** A 203 dpi head has 8 dots a millimetre, a 300 dpi head 11.81 (not 12): the same measure as the layout's. */
const dotsPerMm: Readonly<Record<LabelBitmap['dpi'], number>> = { 203: 8, 300: 11.81 };

/** Points of 1/72 inch; with three decimals a dot is placed to a thousandth. */
const points = (mm: number): string => (mm * (72 / 25.4)).toFixed(3);

/** How large a picture is on paper. */
export function sizeMm({ widthDots, heightDots, dpi }: LabelBitmap) {
  return { widthMm: widthDots / dotsPerMm[dpi], heightMm: heightDots / dotsPerMm[dpi] };
}

const text = (body: string): Uint8Array => Buffer.from(body, 'latin1');

function stream(dictionary: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([
    text(`<< ${dictionary} /Length ${body.length} >>\nstream\n`),
    body,
    text('\nendstream'),
  ]);
}

function imageObject({ widthDots, heightDots, bytesPerRow, data }: LabelBitmap): Uint8Array {
  // An image is as wide as its rows say: padding bits are cut off by Width, each row starts at a byte.
  const image = deflateSync(data.subarray(0, bytesPerRow * heightDots), { level: 6 });
  return stream(
    `/Type /XObject /Subtype /Image /Width ${widthDots} /Height ${heightDots} /ImageMask true ` +
      '/BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode',
    image,
  );
}

/** Draws one picture: PDF counts upwards from the lower edge. */
function placing(page: SheetPage, { bitmap, leftMm, topMm }: SheetPicture, name: string): string {
  const { widthMm, heightMm } = sizeMm(bitmap);
  const fromBelow = page.heightMm - topMm - heightMm;
  return `q ${points(widthMm)} 0 0 ${points(heightMm)} ${points(leftMm)} ${points(fromBelow)} cm /${name} Do Q`;
}

/**
 * Pages of PDF (ISO 32000-1) with pictures in their real size: the very dots that are printed, as image masks, so nothing
 * is smoothed. For office printers and archives. No date and no title: the same dots give the same file.
 */
export function encodePdfPages(pages: readonly SheetPage[]): Uint8Array {
  const objects: Uint8Array[] = [];
  const kids: number[] = [];
  // The catalogue and the list of pages come first.
  let next = 3;
  for (const page of pages) {
    const names = page.pictures.map((_, index) => `P${index}`);
    const contents = page.pictures.map((picture, index) => placing(page, picture, names[index] as string));
    const images = names.map((name, index) => `/${name} ${next + 2 + index} 0 R`).join(' ');
    kids.push(next);
    objects.push(
      text(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${points(page.widthMm)} ${points(page.heightMm)}] ` +
          `/Contents ${next + 1} 0 R /Resources << /XObject << ${images} >> >> >>`,
      ),
      stream('', text(contents.join('\n'))),
      ...page.pictures.map(({ bitmap }) => imageObject(bitmap)),
    );
    next += 2 + page.pictures.length;
  }
  const list = kids.map((kid) => `${kid} 0 R`).join(' ');
  objects.unshift(
    text('<< /Type /Catalog /Pages 2 0 R >>'),
    text(`<< /Type /Pages /Kids [${list}] /Count ${kids.length} >>`),
  );
  return withTable(objects);
}

/** The objects as a file, with the table by which readers find them. */
function withTable(objects: readonly Uint8Array[]): Uint8Array {
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
