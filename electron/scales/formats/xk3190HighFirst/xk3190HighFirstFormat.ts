import { fixedReader } from '../../kit/framing.ts';
import { gramsOf, type PlainUnit, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

/** `=0003.000`, `=-0001.00`: the sign or a zero, then seven signs, the highest digit first. */
function parse(text: string, unit: PlainUnit): ScaleFrame | null {
  const figure = text.slice(1);
  if (!/^[-+\d]\d*\.?\d*$/.test(figure)) return null;
  const grams = gramsOf(figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: null };
}

export const xk3190HighFirstFormat: ScaleFormat = {
  id: 'xk3190-2',
  nameZh: '耀华 XK3190 连续方式 2（高位在前）',
  nameEn: 'Yaohua XK3190, continuous 2 (high digit first)',
  way: 'serial',
  saysStable: false,
  namesUnit: false,
  question: null,
  reader: (unit) => fixedReader(0x3d, 9, (text) => parse(text, unit)),
};
