import type { LabelBitmap, LabelDocument } from '../../shared/domain/printing/labelDocument.ts';
import type { DrawableTemplate } from '../../shared/domain/printing/labelTemplate.ts';
import { defaultPrinterProfile, type PrinterProfile } from '../../shared/domain/printing/printer.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { encodePng } from '../labels/encodePng.ts';
import { dotsPerMm, labelMedia } from '../labels/layout/labelMedia.ts';
import type { LabelFonts } from '../labels/painter/labelFont.ts';
import { drawOnce, renderLabel } from '../labels/renderLabel.ts';
import type { PrinterLanguage, PrinterMedia, SheetPage } from './kit/printerLanguage.ts';
import type { PrinterTarget } from './kit/printerTransport.ts';
import { shiftBitmap } from './kit/shiftBitmap.ts';
import { encodingsByLanguage, languageIds, printerLanguage } from './languages/index.ts';

export interface RenderedJob {
  /** What the printer gets: exactly one copy. */
  readonly bytes: Uint8Array;
  /** The same dots, for whoever needs them besides. */
  readonly printed: () => LabelBitmap;
  /** The same dots as a picture, drawn for whoever keeps one. */
  readonly png: () => Uint8Array;
}

/**
 * Document → bytes in the printer's language and the picture of it. Pure. Masking is the caller's.
 * Errors: those of `renderLabel` and `encodeSheet`.
 */
export function renderJob(
  document: LabelDocument,
  target: SheetTarget,
  fonts: LabelFonts,
  template: DrawableTemplate | null = null,
  profile?: PrinterProfile,
): Outcome<RenderedJob> {
  const format = { size: target.size, dpi: target.dpi };
  const encoded = drawOnce(document, format, fonts, template, (bitmap) => {
    const sheet = encodeSheet(bitmap, target, profile);
    return sheet.ok ? done(sheet.value.bytes) : sheet;
  });
  if (!encoded.ok) return encoded;
  // Most printers need the bytes alone: its dots are drawn again for the others, and are the same.
  const printed = (): LabelBitmap => {
    const bitmap = renderLabel(document, format, fonts, template);
    const moved = bitmap.ok ? moveOnPaper(bitmap.value, profile) : null;
    if (moved === null) throw new Error('a label is not drawn as it was before');
    return moved;
  };
  return done({ bytes: encoded.value, printed, png: () => encodePng(printed()) });
}

export type SheetTarget = Pick<PrinterTarget, 'language' | 'dpi' | 'size' | 'encoding'>;

/**
 * Dots → bytes in the printer's language, with what is set for this printer. An offset moves the dots, for not every
 * device knows a command for it. Errors: `PRINTER_LANGUAGE_UNKNOWN`, `PRINTER_RESOLUTION_UNSUPPORTED`,
 * `PRINTER_OFFSET_CUTS_LABEL`.
 */
export function encodeSheet(
  bitmap: LabelBitmap,
  target: SheetTarget,
  profile: PrinterProfile = defaultPrinterProfile,
): Outcome<RenderedJob> {
  const language = printerLanguage(target.language);
  if (language === undefined)
    return failure('PRINTER_LANGUAGE_UNKNOWN', { language: target.language, languages: languageIds });
  if (!language.resolutionsDpi.includes(target.dpi)) {
    return failure('PRINTER_RESOLUTION_UNSUPPORTED', { language: language.id, dpi: target.dpi });
  }
  const { encoding } = target;
  if (encoding !== undefined && !language.encodings.includes(encoding))
    return failure('PRINTER_ENCODING_UNKNOWN', { language: language.id, encodings: encodingsByLanguage });
  const moved = moveOnPaper(bitmap, profile);
  if (moved === null) return failure('PRINTER_OFFSET_CUTS_LABEL');
  const bytes = language.encode(moved, mediaOf(language, target, profile));
  return done({ bytes, printed: () => moved, png: () => encodePng(moved) });
}

/** null: a dot would leave the sheet. */
function moveOnPaper(bitmap: LabelBitmap, profile = defaultPrinterProfile): LabelBitmap | null {
  const dots = (tenthMm: number) => Math.round((tenthMm / 10) * dotsPerMm(bitmap.dpi));
  return shiftBitmap(bitmap, dots(profile.offsetXTenthMm), dots(profile.offsetYTenthMm));
}

/** The paper, with what is set for this printer. */
function mediaOf(
  language: PrinterLanguage,
  { size, encoding }: SheetTarget,
  profile: PrinterProfile,
): PrinterMedia {
  const media = labelMedia[size];
  return {
    ...media,
    gapMm: profile.gapTenthMm === null ? media.gapMm : profile.gapTenthMm / 10,
    density: profile.density,
    speedInchesPerSecond: profile.speedInchesPerSecond,
    // What a person set for this printer goes before what its address says.
    encoding: language.encodings.find((known) => known === profile.encoding) ?? encoding ?? null,
  };
}

/** Labels that come out of this printer on one sheet of paper. */
export function labelsPerSheet(target: SheetTarget, profile: PrinterProfile): number {
  const language = printerLanguage(target.language);
  return language?.sheets?.labels(mediaOf(language, target, profile)) ?? 1;
}

interface LaidSheets {
  readonly pages: readonly SheetPage[];
  readonly bytes: Uint8Array;
}

/** Labels as the pages they lie on, where the printer takes pages; null: it does not. */
export function layTogether(
  jobs: readonly RenderedJob[],
  target: SheetTarget,
  profile: PrinterProfile,
): LaidSheets | null {
  const language = printerLanguage(target.language);
  if (language?.sheets === undefined) return null;
  const bitmaps = jobs.map(({ printed }) => printed());
  const pages = language.sheets.lay(bitmaps, mediaOf(language, target, profile));
  return { pages, bytes: language.sheets.write(pages) };
}
