import { describe, expect, it } from 'vitest';
import { paintLabel } from '../../../../electron/labels/renderLabel.ts';
import { drawTestSheet, layMediaSheet, layRulerSheet } from '../../../../electron/printers/setupSheets.ts';
import { labelSizes } from '../../../../shared/domain/printing/labelDocument.ts';
import { shippedFonts } from '../../../doubles/printers/labelFonts.ts';
import { plainLabel } from '../../../doubles/printers/standardLabels.ts';

const fonts = shippedFonts();
const targets = labelSizes.flatMap((size) =>
  ([203, 300] as const).map((dpi) => ({ language: 'tspl', size, dpi })),
);

describe.each(targets)('the sheets of the setup on $size at $dpi dpi', (target) => {
  it('lie on the paper whole, and say for which paper and resolution they were drawn', () => {
    const [ruler, media] = [layRulerSheet(target, fonts), layMediaSheet(target, fonts)];
    for (const drawing of [ruler, media]) expect(paintLabel(drawing, fonts).cutMarks).toBe(0);
    const words = (drawing: typeof ruler) =>
      drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
    const size = target.size.replace('x', ' × ');
    expect(words(ruler)).toContain(size);
    expect(words(ruler)).toContain(`${target.dpi} dpi`);
    expect(words(media)).toContain(`${size} mm`);
  });

  it('show a burnt-out dot wherever it is: the test label has a black bar over every dot of the head', () => {
    const sheet = drawTestSheet(plainLabel, target, fonts);
    if (!sheet.ok) throw new Error(sheet.code);
    const { bytesPerRow, widthDots, heightDots, data } = sheet.value;
    const isInk = (x: number, y: number) =>
      (((data[y * bytesPerRow + (x >> 3)] as number) >> (7 - (x & 7))) & 1) === 1;
    const isBlack = (y: number) => Array.from({ length: widthDots }, (_, x) => x).every((x) => isInk(x, y));
    const rows = Array.from({ length: heightDots }, (_, y) => y).filter(isBlack);
    expect(rows.length).toBeGreaterThanOrEqual(Math.floor((1.8 * target.dpi) / 25.4));
  });

  it('have scales as long as the farthest offset that can be set, apart from each other', () => {
    const { marks } = layRulerSheet(target, fonts);
    const ticks = marks.flatMap((mark) => (mark.kind === 'rect' ? [mark] : []));
    const across = ticks.filter(({ width, height }) => height > width);
    const down = ticks.filter(({ width, height }) => width > height);
    for (const scale of [across, down]) expect(scale.length).toBeGreaterThanOrEqual(21);
    const overlaps = across.filter((one) =>
      down.some(
        (other) =>
          one !== other &&
          one.left < other.left + other.width &&
          other.left < one.left + one.width &&
          one.top < other.top + other.height &&
          other.top < one.top + one.height,
      ),
    );
    // Only the cross in the middle of large sheets crosses itself.
    expect(overlaps.length).toBeLessThanOrEqual(1);
  });
});
