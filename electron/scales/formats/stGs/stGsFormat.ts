import { lineReader } from '../../kit/framing.ts';
import { gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const line = /^(ST|US|OL|UL)\s*,\s*(?:(?:GS|G|NT|N|TR|T)\s*,)?\s*([+-]?[\s\d.]*?)\s*(kg|g|lb|oz|t)?\s*$/i;

/** `ST,GS,+  0.123kg`: at rest or not, gross or net, sign, figure, unit. A scale that counts (`QT`) gives no weight. */
function parse(text: string): ScaleFrame | null {
  const found = line.exec(text.trim());
  if (found === null) return null;
  const [, head = '', figure = '', unit = ''] = found;
  const state = head.toUpperCase();
  if (state === 'OL') return { kind: 'trouble', trouble: figure.includes('-') ? 'under' : 'over' };
  if (state === 'UL') return { kind: 'trouble', trouble: 'under' };
  const grams = gramsOf(figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: state === 'ST' };
}

/** Most bench scales (Excell, A&D, 凯士 and many without a name). */
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
