import { hexOf, lineReader, xorOf } from '../../kit/framing.ts';
import { gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const bodyLength = 11;

/** `WG004.139kg3D`: gross or net, seven signs, unit, checksum over the eleven before it; `OL` and `LO` beside nine spaces. */
function parse(text: string): ScaleFrame | null {
  const body = text.slice(0, bodyLength);
  if (text.length !== bodyLength + 2 || hexOf(xorOf(body)) !== text.slice(bodyLength)) return null;
  if (/^ {9}OL$/.test(body)) return { kind: 'trouble', trouble: 'over' };
  if (/^ {9}LO$/.test(body)) return { kind: 'trouble', trouble: 'under' };
  const found = /^W[GN]([-+\s\d.]{7})(kg|lb|jin| g|g )$/i.exec(body);
  const grams = found === null ? null : gramsOf(found[1] ?? '', (found[2] ?? '').trim());
  return grams === null ? null : { kind: 'weight', grams, isStable: null };
}

export const xk3190A12eFormat: ScaleFormat = {
  id: 'xk3190-a12e',
  nameZh: '耀华 XK3190-A12E',
  nameEn: 'Yaohua XK3190-A12E',
  way: 'serial',
  saysStable: false,
  namesUnit: true,
  question: null,
  reader: () => lineReader(parse),
};
