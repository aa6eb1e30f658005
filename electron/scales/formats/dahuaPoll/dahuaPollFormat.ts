import { xorOf } from '../../kit/framing.ts';
import { type FrameReader, gramsOf, type ScaleFormat, type ScaleFrame } from '../../kit/scaleFormat.ts';

const enquiry = 0x05;
const acknowledged = 0x06;
const sendNow = 0x11;
const frame = /^([SUF])([- ])([\d. ]{5,6})(kg| ?g|g |lb|oz)$/i;
const mostBuffered = 64;

function parse(body: string, sum: number): ScaleFrame | null {
  const found = frame.exec(body);
  if (found === null || xorOf(body) !== sum) return null;
  const [, status = '', sign = '', figure = '', unit = ''] = found;
  if (status === 'F') return { kind: 'trouble', trouble: 'fault' };
  const grams = gramsOf(`${sign.trim()}${figure}`, unit.trim());
  return grams === null ? null : { kind: 'weight', grams, isStable: status === 'S' };
}

/** The scale acknowledges the enquiry, is told to send, and sends `01 02 status sign weight unit checksum 03 04`. */
function reader(): FrameReader {
  let held: Buffer = Buffer.alloc(0);
  return {
    take(bytes) {
      held = Buffer.concat([held, bytes]).subarray(-mostBuffered);
      const frames: ScaleFrame[] = [];
      let end = held.indexOf('\x03\x04', 0, 'latin1');
      while (end >= 0) {
        const start = held.lastIndexOf('\x01\x02', end, 'latin1');
        const body = start < 0 ? '' : held.toString('latin1', start + 2, end - 1);
        const read = body === '' ? null : parse(body, held[end - 1] ?? 0);
        if (read !== null) frames.push(read);
        held = held.subarray(end + 2);
        end = held.indexOf('\x03\x04', 0, 'latin1');
      }
      if (!held.includes(acknowledged)) return { frames };
      held = held.subarray(held.indexOf(acknowledged) + 1);
      return { frames, reply: Uint8Array.of(sendNow) };
    },
  };
}

/** Cash scales of the CAS kind. Which models of 大华 speak it is not known here. */
export const dahuaPollFormat: ScaleFormat = {
  id: 'dahua-poll',
  nameZh: '应答式收银秤（大华、CAS 类）',
  nameEn: 'Cash scales that are asked (Dahua, CAS)',
  way: 'serial',
  saysStable: true,
  namesUnit: true,
  question: { bytes: Uint8Array.of(enquiry), everyMs: 200 },
  reader,
};
