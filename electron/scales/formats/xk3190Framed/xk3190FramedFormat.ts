import { fixedReader, hexOf, xorOf } from '../../kit/framing.ts';
import { gramsOf, type PlainUnit, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const frameLength = 12;
const end = '\u0003';
const inner = /^([+-])(\d{6})([0-4])([0-9A-F]{2})$/;

/** 02, sign, six digits, how many of them are decimals, checksum over all between, 03. */
function parse(text: string, unit: PlainUnit): ScaleFrame | null {
  const found = inner.exec(text.slice(1, -1));
  if (found === null || !text.endsWith(end)) return null;
  const [, sign = '', digits = '', decimals = '0', sum = ''] = found;
  if (hexOf(xorOf(sign + digits + decimals)) !== sum) return null;
  const point = digits.length - Number(decimals);
  const figure = decimals === '0' ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  const grams = gramsOf(sign + figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: null };
}

export const xk3190FramedFormat: ScaleFormat = {
  id: 'xk3190-0',
  nameZh: '耀华 XK3190 连续方式 0（带校验）',
  nameEn: 'Yaohua XK3190, continuous 0 (with checksum)',
  way: 'serial',
  saysStable: false,
  namesUnit: false,
  question: null,
  reader: (unit) => fixedReader(0x02, frameLength, (text) => parse(text, unit)),
};
