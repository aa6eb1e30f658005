import { lineReader } from '../../kit/framing.ts';
import { gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

/** Gross or net; CAS puts its number and its lamps between head and figure (22 bytes, eight of them the figure). What the tare weighs (`TR`, `PT`) is no parcel. */
const weightLine =
  /^(ST|US)\s*,\s*(?:(?:GS|G|NT|N)\s*,)?(?:(?!TR|PT|T )[^,]{2},(?=[-\d. ]{8} ))?\s*([+-]?[\s\d.,]*?)\s*,?\s*(kg|g|lb|oz|jin|t)\s*$/i;

/** Blanks, nines, dashes or `+9999999E+19` stand for the figure then; a single minus says to which side. */
const outOfRange = /^(OL|UL)\s*,(.*)$/i;

/** `ST,GS,+  0.123kg`: at rest or not, gross or net, sign, figure, unit. A scale that counts (`QT`) gives no weight. */
function parse(text: string): ScaleFrame | null {
  const [, out, rest = ''] = outOfRange.exec(text.trim()) ?? [];
  if (out !== undefined) {
    const isUnder = out.toUpperCase() === 'UL' || /(?<!-)-(?!-)/.test(rest);
    return { kind: 'trouble', trouble: isUnder ? 'under' : 'over' };
  }
  const [, head = '', figure = '', unit = ''] = weightLine.exec(text.trim()) ?? [];
  const grams = gramsOf(figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: head.toUpperCase() === 'ST' };
}

/** Most bench scales (Excell, A&D, CAS, 凯士 and many without a name). */
export const stGsFormat: ScaleFormat = {
  id: 'st-gs',
  nameZh: 'ST,GS 文本（多数台秤）',
  nameEn: 'ST,GS text (most bench scales)',
  way: 'serial',
  saysStable: true,
  namesUnit: true,
  question: null,
  reader: () => lineReader(parse),
};
