import { join } from 'node:path';
import { quietModules } from '../../electron/labels/barcodes/encodeCode128.ts';
import type { Box, LabelMark } from '../../electron/labels/layout/labelDrawing.ts';
import { type LabelFormat, layoutLabel } from '../../electron/labels/layout/layoutLabel.ts';
import { readLabelFonts } from '../../electron/labels/painter/fontChain.ts';
import { paintLabel } from '../../electron/labels/renderLabel.ts';
import type { LabelBitmap, LabelDocument } from '../../shared/domain/printing/labelDocument.ts';
import { type Damage, encodePgm, photograph } from '../doubles/printers/damagedPrint.ts';
import { scanPhotos } from '../doubles/printers/scanBarcodes.ts';
import { plainLabel } from '../doubles/printers/standardLabels.ts';
import { seededRandom } from '../doubles/seededRandom.ts';
import { projectFolder } from './kit/benchFolders.ts';
import type { Figure } from './kit/figure.ts';

const formats: readonly LabelFormat[] = (['76x130', '100x150', '100x180'] as const).flatMap((size) =>
  ([203, 300] as const).map((dpi) => ({ size, dpi })),
);

const numbers = ['YT8962646785389', 'JDVB12345678901-1-2-'];

type CodeMark = LabelMark & { kind: 'bars' | 'modules' };

interface Code {
  readonly name: 'main barcode' | 'receipt barcode' | 'QR code';
  /** With its quiet zone: what is photographed. */
  readonly box: Box;
  readonly quietDots: number;
}

function codeOf(mark: CodeMark, no: number): Code {
  if (mark.kind === 'bars')
    return {
      name: no === 0 ? 'main barcode' : 'receipt barcode',
      box: { ...mark, width: mark.width + mark.leanDots },
      quietDots: quietModules * mark.fitted.moduleDots,
    };
  const quietDots = 4 * mark.moduleDots;
  const whole = mark.code.side * mark.moduleDots + 2 * quietDots;
  return {
    name: 'QR code',
    box: { left: mark.left - quietDots, top: mark.top - quietDots, width: whole, height: whole },
    quietDots,
  };
}

/** One burnt-out place after the other, over the whole width of the code. */
function columnsAcross({ box, quietDots }: Code, count: number): Damage[] {
  const places = 16;
  const [from, width] = [box.left + quietDots, box.width - 2 * quietDots];
  return Array.from({ length: places }, (_, at) => ({
    deadColumns: { from: from + Math.floor((at * width) / places), count },
  }));
}

const random = seededRandom(128);

const damages: readonly { readonly name: string; readonly of: (code: Code) => readonly Damage[] }[] = [
  ...[1, 2, 3].map((count) => ({
    name: `${count} dead column${count === 1 ? '' : 's'}`,
    of: (code: Code) => columnsAcross(code, count),
  })),
  { name: 'faint', of: () => Array.from({ length: 6 }, () => ({ missingShare: 0.05 })) },
  { name: 'feed 2 % long', of: () => [{ feedStretch: 0.02 }] },
  { name: 'askew', of: () => [-1, 1].map((skewDegrees) => ({ skewDegrees })) },
  {
    name: 'all at once',
    of: (code) =>
      columnsAcross(code, 1).map((dead) => ({
        ...dead,
        missingShare: 0.02,
        feedStretch: 0.02,
        skewDegrees: 1,
      })),
  },
];

const aims: Readonly<Record<string, Partial<Record<Code['name'], number>>>> = {
  '1 dead column': { 'receipt barcode': 100 },
  '2 dead columns': { 'receipt barcode': 95 },
  '3 dead columns': { 'receipt barcode': 95 },
  'feed 2 % long': { 'main barcode': 100, 'receipt barcode': 100, 'QR code': 100 },
  askew: { 'main barcode': 100, 'receipt barcode': 100, 'QR code': 100 },
};

function shareRead(bitmap: LabelBitmap, code: Code, content: string, damage: readonly Damage[]): number {
  const photos = damage.map((one) => encodePgm(photograph(bitmap, code.box, one, random)));
  return (100 * scanPhotos(photos).filter((text) => text === content).length) / photos.length;
}

/** Of damaged prints, photographed: which code a reader of other authors (zbar) still reads. The worst of several numbers. */
export function measureDamage(): Promise<Figure[]> {
  const fonts = readLabelFonts(join(projectFolder, 'resources/fonts'));
  const figures = formats.flatMap((format) => {
    const worst = new Map<string, number>();
    for (const waybillNo of numbers) {
      const document: LabelDocument = { ...plainLabel, waybillNo };
      const laidOut = layoutLabel(document, format, fonts);
      if (!laidOut.ok) throw new Error(laidOut.code);
      const { drawing } = laidOut.value;
      const { bitmap } = paintLabel(drawing, fonts);
      const marks = drawing.marks.filter((mark) => mark.kind === 'bars' || mark.kind === 'modules');
      for (const code of marks.map((mark, no) => codeOf(mark, no)))
        for (const { name, of } of damages) {
          const key = `${name}\n${code.name}`;
          const share = shareRead(bitmap, code, waybillNo, of(code));
          worst.set(key, Math.min(share, worst.get(key) ?? 100));
        }
    }
    return damages.map(({ name }) => figureOf(format, name, worst));
  });
  return Promise.resolve(figures);
}

function figureOf({ size, dpi }: LabelFormat, damage: string, worst: ReadonlyMap<string, number>): Figure {
  const codes = (['main barcode', 'receipt barcode', 'QR code'] as const).flatMap((code) => {
    const share = worst.get(`${damage}\n${code}`);
    return share === undefined ? [] : [{ code, share }];
  });
  const wanted = codes.flatMap(({ code, share }) => {
    const aim = aims[damage]?.[code];
    return aim === undefined ? [] : [{ code, share, aim }];
  });
  return {
    name: `Damaged print, ${size} at ${dpi} dpi, ${damage}: still read`,
    value: codes.map(({ code, share }) => `${code} ${share.toFixed(0)} %`).join(' · '),
    aim: wanted.map(({ code, aim }) => `${code} ≥ ${aim} %`).join(' · '),
    isMet: wanted.length === 0 ? null : wanted.every(({ share, aim }) => share >= aim),
    note: `the worst of ${numbers.length} numbers; 16 places of a dead column; a camera of 10 pixels a millimetre, read by zbar`,
  };
}
