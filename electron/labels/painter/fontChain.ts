import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { type Face, type FontWeight, type LabelFonts, openLabelFonts, plainFace } from './labelFont.ts';

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
  const bytesOf = (file: string): Uint8Array => readFileSync(join(folder, file));
  const isWhole = fallbacks.every(({ files }) =>
    Object.values(files).every((file) => existsSync(join(folder, file))),
  );
  const open = new Map<string, Face>();
  const faceOf = ({ files, isThin }: FallbackFont, weight: FontWeight): Face => {
    const file = files[weight];
    const key = isThin ? `${file} ${weight}` : file;
    const known = open.get(key);
    if (known !== undefined) return known;
    const twin = [...open].find(([name]) => name.startsWith(file))?.[1];
    const face = twin ?? plainFace(create(bytesOf(file)));
    const fresh = { ...face, thicken: isThin ? thickenings[weight] : null };
    open.set(key, fresh);
    return fresh;
  };
  const opened = openLabelFonts(
    { regular: bytesOf(labelFiles.regular), bold: bytesOf(labelFiles.bold) },
    (weight, codePoint) => {
      for (const fallback of fallbacks) {
        if (fallback.isHanziOnly && !isHanzi(codePoint)) continue;
        const face = faceOf(fallback, weight);
        if (face.font.hasGlyphForCodePoint(codePoint)) return face;
      }
      return null;
    },
  );
  if (!opened.ok || !isWhole) throw new Error('the label fonts were not installed whole');
  return opened.value;
}
