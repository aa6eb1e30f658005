import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type FontFile, openFontFile } from './fontFile.ts';
import { type Face, type FontWeight, type LabelFonts, openLabelFonts } from './labelFont.ts';

/** The two fonts nearly every label is drawn with. */
const labelFiles = { regular: 'NotoSansSC-Regular.ttf', bold: 'NotoSansSC-Bold.ttf' } as const;

interface FallbackFont {
  readonly files: Readonly<Record<FontWeight, string>>;
  readonly isHanziOnly: boolean;
  readonly isThin: boolean;
}

const rare = (file: string): FallbackFont => ({
  files: { regular: file, bold: file },
  isHanziOnly: true,
  isThin: true,
});

/** What stands behind them, the nearest in looks first; `resources/fonts/README.md` says what each adds. */
const fallbacks: readonly FallbackFont[] = [
  {
    files: { regular: 'LabelExtraRegular.otf', bold: 'LabelExtraBold.otf' },
    isHanziOnly: false,
    isThin: false,
  },
  rare('LabelRareA.ttf'),
  rare('LabelRareB.ttf'),
  rare('LabelRareC.ttf'),
];

/** Strokes of a book face brought near those of the label font. */
const thickenings: Readonly<Record<FontWeight, Face['thicken']>> = {
  regular: { across: 0.012, down: 0.042 },
  bold: { across: 0.045, down: 0.075 },
};

const hanziRanges = [
  [0x2e80, 0x2fdf],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
] as const;

/** Where hanzi stand in Unicode, assigned or not. */
export const isHanzi = (codePoint: number): boolean =>
  hanziRanges.some(([first, last]) => first <= codePoint && codePoint <= last);

/**
 * The fonts the product ships. A fallback font is opened by the first character that needs it, so that a bench which
 * never sees a rare name pays nothing. Without them no label can be drawn: that is a broken installation, not a refusal.
 */
export function readLabelFonts(folder: string): LabelFonts {
  const isWhole = fallbacks.every(({ files }) =>
    Object.values(files).every((file) => existsSync(join(folder, file))),
  );
  const open = new Map<string, FontFile>();
  const fontOf = (file: string): FontFile => {
    const font = open.get(file) ?? openFontFile(join(folder, file));
    open.set(file, font);
    return font;
  };
  const opened = openLabelFonts(
    { regular: join(folder, labelFiles.regular), bold: join(folder, labelFiles.bold) },
    (weight, codePoint) => {
      for (const { files, isHanziOnly, isThin } of fallbacks) {
        if (isHanziOnly && !isHanzi(codePoint)) continue;
        const font = fontOf(files[weight]);
        if (font.has(codePoint)) return { font, thicken: isThin ? thickenings[weight] : null };
      }
      return null;
    },
  );
  if (!opened.ok || !isWhole) throw new Error('the label fonts were not installed whole');
  return opened.value;
}
