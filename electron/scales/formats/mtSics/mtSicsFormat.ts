import { lineReader } from '../../kit/framing.ts';
import { gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const askNow = 'SI\r\n';

/** `S S     0.123 kg` at rest, `S D` moving, `S +` and `S -` out of range, `S I` not able to just now. */
function parse(text: string): ScaleFrame | null {
  const found = /^S[SI]? ([SDI+-])(?:\s+([+-]?\s*[\d.,]+)\s*(kg|g|lb|oz))?\s*$/.exec(text.trim());
  if (found === null) return null;
  const [, state = '', figure = '', unit = ''] = found;
  if (state === '+') return { kind: 'trouble', trouble: 'over' };
  if (state === '-') return { kind: 'trouble', trouble: 'under' };
  const grams = gramsOf(figure, unit);
  return grams === null ? null : { kind: 'weight', grams, isStable: state === 'S' };
}

export const mtSicsFormat: ScaleFormat = {
  id: 'mt-sics',
  nameZh: '梅特勒 MT-SICS',
  nameEn: 'Mettler MT-SICS',
  way: 'serial',
  saysStable: true,
  namesUnit: true,
  question: { bytes: Buffer.from(askNow, 'latin1'), everyMs: 200 },
  reader: () => lineReader(parse),
};
