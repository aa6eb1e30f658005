import type { ScaleTrouble } from '../../../shared/domain/packing/scale.ts';

/** One thing a scale said, understood. */
export type ScaleFrame =
  /** `isStable` null: this format does not say. A counting scale's pieces are no frame. */
  | { readonly kind: 'weight'; readonly grams: number; readonly isStable: boolean | null }
  | { readonly kind: 'trouble'; readonly trouble: ScaleTrouble };

interface Understood {
  readonly frames: readonly ScaleFrame[];
  /** What the scale waits for now. */
  readonly reply?: Uint8Array;
}

/** Takes bytes as they come, in any pieces. It finds its place again after anything that is not of its format. */
export interface FrameReader {
  take(bytes: Uint8Array): Understood;
}

/** Units of formats that name none: what their indicator is set to. */
export const plainUnits = ['kg', 'g'] as const;
export type PlainUnit = (typeof plainUnits)[number];

/** How one family of scales speaks. A folder under `scales/formats/`, one line in its `index.ts`. */
export interface ScaleFormat {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly way: 'serial' | 'hid';
  /** Frames say whether the weight is at rest; otherwise the same one has to come again and again. */
  readonly saysStable: boolean;
  readonly namesUnit: boolean;
  /** Scales that speak only when asked: this, again and again. null: it speaks unasked. */
  readonly question: { readonly bytes: Uint8Array; readonly everyMs: number } | null;
  reader(unit: PlainUnit): FrameReader;
}

const gramsPerUnit: Readonly<Record<string, number>> = {
  kg: 1_000,
  g: 1,
  t: 1_000_000,
  lb: 453.592_37,
  oz: 28.349_523_125,
  jin: 500,
};

/** `+  0.123`, `kg` → 123; null: not a weight. Spaces between sign and figure are the scale's, and some are set to a decimal comma. */
export function gramsOf(figure: string, unit: string): number | null {
  const factor = gramsPerUnit[unit.toLowerCase()];
  const text = figure.replace(/\s/g, '').replace(',', '.');
  if (factor === undefined || !/^[+-]?\d{1,8}(?:\.\d{1,5})?$/.test(text)) return null;
  const grams = Math.round(Number(text) * factor);
  // What no scale of a packing table shows is a broken frame.
  return Math.abs(grams) > mostGrams ? null : grams + 0;
}

/** Platform scales of freight go up to three tonnes. */
const mostGrams = 5_000_000;
