import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { labelMedia } from '../../../../electron/labels/layout/labelMedia.ts';
import { renderLabel } from '../../../../electron/labels/renderLabel.ts';
import type { LabelDocument, LabelSize } from '../../../../shared/domain/printing/labelDocument.ts';
import { shippedFonts } from '../../../doubles/printers/labelFonts.ts';
import { standardLabels } from '../../../doubles/printers/standardLabels.ts';

/**
 * A label already on a parcel must come out again as it was. A wanted change of the design changes these digests:
 * look at the pictures, then run with `-u`.
 */
it('prints the same dots as ever', () => {
  const digests: Record<string, string> = {};
  for (const name of [
    'plain',
    'practice',
    'reprint',
    'child number',
    'route text',
    'cash and insurance',
    'manual slip',
    'all too long',
  ]) {
    for (const size of Object.keys(labelMedia) as LabelSize[]) {
      for (const dpi of [203, 300] as const) {
        const bitmap = renderLabel(standardLabels[name] as LabelDocument, { size, dpi }, shippedFonts());
        if (!bitmap.ok) throw new Error(bitmap.code);
        const digest = createHash('sha256').update(bitmap.value.data).digest('hex').slice(0, 16);
        digests[`${name} ${size} ${dpi}`] = digest;
      }
    }
  }
  expect(digests).toMatchSnapshot();
});
