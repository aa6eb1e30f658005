import { create } from 'fontkit';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { type LabelFont, labelFont } from './labelFont.ts';

export type FontWeight = 'regular' | 'bold';

export type LabelFonts = Readonly<Record<FontWeight, LabelFont>>;

/**
 * Opens the two TrueType files labels are drawn with (plain `.ttf`, not WOFF). Keep the result: opening
 * costs about 30 ms a weight, and the drawn glyphs are remembered in it. Fails with `LABEL_FONT_UNREADABLE`.
 */
export function openLabelFonts(files: Readonly<Record<FontWeight, Uint8Array>>): Outcome<LabelFonts> {
  const opened: Partial<Record<FontWeight, LabelFont>> = {};
  for (const weight of ['regular', 'bold'] as const) {
    try {
      opened[weight] = labelFont(create(files[weight]));
    } catch {
      return failure('LABEL_FONT_UNREADABLE', { weight });
    }
  }
  return done(opened as LabelFonts);
}
