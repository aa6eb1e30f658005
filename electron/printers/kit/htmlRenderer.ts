import type { LabelBitmap } from '../../../shared/domain/printing/labelDocument.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';

export interface HtmlSheet {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly dpi: LabelBitmap['dpi'];
}

/**
 * Draws a carrier's HTML label as dots, 96 CSS pixels an inch. Only a window can: the command line has none and prints
 * our own layout. LABEL_HTML_UNUSABLE when the page is empty, larger than the sheet, slow, or goes somewhere else.
 */
export interface HtmlRenderer {
  render(html: string, sheet: HtmlSheet): Promise<Outcome<LabelBitmap>>;
}
