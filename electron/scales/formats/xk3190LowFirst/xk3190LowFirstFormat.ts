import { fixedReader } from '../../kit/framing.ts';
import { gramsOf, type PlainUnit, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

/** `=000.3000`: eight signs, the lowest digit first, the sign last: 3.000. */
function parse(text: string, unit: PlainUnit): ScaleFrame | null {
  const figure = Array.from(text.slice(1)).reverse().join('');
  if (!/^[-+\d]\d*\.?\d*$/.test(figure)) return null;
  const grams = gramsOf(figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: null };
}

export const xk3190LowFirstFormat: ScaleFormat = {
  id: 'xk3190-1',
  nameZh: '耀华 XK3190 连续方式 1（低位在前）',
  nameEn: 'Yaohua XK3190, continuous 1 (low digit first)',
  way: 'serial',
  saysStable: false,
  namesUnit: false,
  question: null,
  reader: (unit) => fixedReader(0x3d, 9, (text) => parse(text, unit)),
};
