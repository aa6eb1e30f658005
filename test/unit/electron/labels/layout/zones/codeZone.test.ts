import { expect, it } from 'vitest';
import { type LabelFormat, layoutLabel } from '../../../../../../electron/labels/layout/layoutLabel.ts';
import { paintLabel } from '../../../../../../electron/labels/renderLabel.ts';
import { encodePgm, photograph } from '../../../../../doubles/printers/damagedPrint.ts';
import { shippedFonts } from '../../../../../doubles/printers/labelFonts.ts';
import { scanPhotos } from '../../../../../doubles/printers/scanBarcodes.ts';
import { plainLabel } from '../../../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();
/** Along the whole code; they fall on bars and gaps of every width. */
const places = 9;

const formats: readonly LabelFormat[] = ([203, 300] as const).map((dpi) => ({ size: '76x130', dpi }));

it.each(formats)(
  'lets the number of a label be scanned from its receipt, whichever dot of the head is burnt out, on $size at $dpi dpi',
  (format) => {
    const laidOut = layoutLabel(plainLabel, format, fonts);
    if (!laidOut.ok) throw new Error(laidOut.code);
    const receipt = laidOut.value.drawing.marks.filter((mark) => mark.kind === 'bars')[1];
    if (receipt === undefined) throw new Error('no second barcode');
    const { bitmap } = paintLabel(laidOut.value.drawing, fonts);
    const box = { ...receipt, width: receipt.width + receipt.leanDots };
    const photos = Array.from({ length: places }, (_, at) => {
      const from = box.left + Math.floor(((at + 0.5) * box.width) / places);
      return encodePgm(photograph(bitmap, box, { deadColumns: { from, count: 1 } }, () => 1));
    });
    expect(scanPhotos(photos)).toEqual(photos.map(() => plainLabel.waybillNo));
  },
);
